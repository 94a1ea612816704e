using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rectify.Core.Ledger;

namespace Rectify.Core.Storage;

/// <summary>SQLite sorts DateTimeOffset text wrongly; instants are kept as UTC milliseconds.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

internal static class JsonColumn
{
    /// <summary>
    /// Keeps a small immutable value, such as a plan with its measures, as JSON in one column. A value that was not replaced is the
    /// same object, so only replaced ones are written out to compare them.
    /// </summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property.HasConversion(
        new ValueConverter<T, string>(
            value => JsonSerializer.Serialize(value, FactFormat.Json),
            json => JsonSerializer.Deserialize<T>(json, FactFormat.Json)!),
        new ValueComparer<T>(
            (left, right) => ReferenceEquals(left, right) || JsonSerializer.Serialize(left, FactFormat.Json) == JsonSerializer.Serialize(right, FactFormat.Json),
            value => JsonSerializer.Serialize(value, FactFormat.Json).GetHashCode(StringComparison.Ordinal),
            value => value));
}
