namespace Rectify.Core.Reports.Workbooks;

/// <summary>Finds the widths of a table's columns from its texts, as measuring a font needs a drawing library. All widths in digits' widths.</summary>
internal sealed class ColumnWidths(int columns)
{
    private const double Margin = 1.5;
    private const double Narrowest = 5;

    /// <summary>Up to here a column takes what it asks for; longer texts share what is left.</summary>
    private const double Short = 13;

    private const double Widest = 60;

    /// <summary>A text of more than this would be a narrow tower in less than <see cref="LeastForLong"/>.</summary>
    private const double Long = 50;

    public const double LeastForLong = 22;

    private readonly double[] _words = new double[columns];
    private readonly double[] _lines = new double[columns];
    private readonly double[] _whole = new double[columns];

    /// <summary>The head may break into two lines.</summary>
    /// <param name="column">From 1.</param>
    public void Head(int column, string text) =>
        Ask(column, Math.Max(CellText.LongestWord(text), text.Length > 3 ? Math.Min(CellText.Width(text) / 2, 10) : CellText.Width(text)));

    /// <param name="column">From 1.</param>
    public void Add(int column, string text)
    {
        Ask(column, Math.Min(CellText.LongestWord(text), 20));
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            _lines[column - 1] = Math.Max(_lines[column - 1], CellText.Width(line));
        }

        _whole[column - 1] = Math.Max(_whole[column - 1], CellText.Width(text));
    }

    /// <summary>The column is at least this wide.</summary>
    public void Ask(int column, double width) => _words[column - 1] = Math.Max(_words[column - 1], width);

    /// <param name="room">What the page has at the smallest print that can still be read; exceeded only when the words themselves need more.</param>
    public double[] Fit(double room)
    {
        var least = _words.Select((width, column) => Math.Max(width + Margin, _whole[column] > Long ? LeastForLong : Narrowest)).ToArray();
        var wanted = _lines.Select((width, column) => Math.Clamp(width + Margin, least[column], Math.Max(least[column], Widest))).ToArray();
        if (wanted.Sum() <= room)
        {
            return wanted;
        }

        // Whoever would get less than the least takes that, whoever would get more than wanted takes that; the others share what is then left, until it comes out.
        var widths = wanted.Select(width => width <= Short ? width : 0).ToArray();
        var sharing = Enumerable.Range(0, columns).Where(column => widths[column] == 0).ToList();
        while (sharing.Count > 0)
        {
            var (left, shares) = (room - widths.Sum(), sharing.Sum(Share));
            double Part(int column) => left * Share(column) / shares;
            var settled = sharing.Where(column => Part(column) < least[column]).ToList();
            settled = settled.Count > 0 ? settled : [.. sharing.Where(column => Part(column) > wanted[column])];
            foreach (var column in settled.Count > 0 ? settled : sharing)
            {
                widths[column] = Math.Clamp(Part(column), least[column], wanted[column]);
            }

            sharing = settled.Count > 0 ? [.. sharing.Except(settled)] : [];
        }

        return widths;
    }

    /// <summary>By the root of the longest text, so that it is neither a narrow tower nor takes all.</summary>
    private double Share(int column) => Math.Sqrt(Math.Max(_whole[column], 1));
}
