namespace Rectify.Core.Reports;

/// <summary>The words of a workbook in the language of the person who asked for it; the core has none of its own.</summary>
/// <param name="Find">Gives the sentence of a key, with values put in.</param>
/// <param name="Name">Gives the name of an enum value.</param>
public sealed record Wording(Func<string, object[], string> Find, Func<Enum, string> Name)
{
    public string this[string key, params object[] values] => Find(key, values);

    public string this[Enum value] => Name(value);
}
