namespace Rectify.Core.Shared;

/// <summary>The shape of a text in a request, stated at the parameter: longest length in characters, and whether it may be blank.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class TextAttribute(int maxLength) : Attribute
{
    public int MaxLength { get; } = maxLength;

    public bool Required { get; init; }
}
