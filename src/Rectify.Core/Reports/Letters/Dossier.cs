using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Rectify.Core.Escalations;
using Rectify.Core.Notices;
using Rectify.Core.Problems;
using Rectify.Core.Shared;

namespace Rectify.Core.Reports.Letters;

/// <summary>
/// 移送案卷: all that belongs to a referral in one zip, made from the frozen package alone, so that the same referral gives the same bytes.
/// What is written lies in memory, evidence is copied from the store.
/// </summary>
public sealed class Dossier
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Part> _parts = [];
    private readonly ReferralPackage _package;
    private readonly string _packageJson;
    private readonly EvidenceStore _store;
    private readonly Clock _clock;

    internal Dossier(ReferralPackage package, string packageJson, EvidenceStore store, Clock clock) => (_package, _packageJson, _store, _clock) = (package, packageJson, store, clock);

    public string Name => LetterDocument.FileName($"移送案卷-{_package.Number}") + ".zip";

    /// <param name="wording">The names of events and states, in Chinese whatever the reader's language: the papers around them are.</param>
    public void Write(Stream to, Wording wording)
    {
        _parts.Clear();
        Collect(_package, wording);
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in _parts.OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            using var source = part.Content is { } content ? new MemoryStream(content) : _store.Open(part.Sha256);
            if (source is not null)
            {
                var entry = zip.CreateEntry(part.Name);
                entry.LastWriteTime = NoTime;
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }
    }

    private void Collect(ReferralPackage package, Wording wording)
    {
        Add("01-移送函.docx", ReferralLetter.Of(package));
        foreach (var (index, notice) in package.Notices.Index())
        {
            var folder = $"02-问责通知/第{index + 1}份";
            Add($"{folder}-{LetterDocument.FileName(notice.Number)}.docx", NoticeLetter.Of(notice, package));
            foreach (var (scan, place) in notice.Scans.Select((scan, place) => (scan, place + 1)))
            {
                AddStored($"{folder}-盖章件{place}-{scan.File.Name}", scan.File.Sha256);
            }

            foreach (var (reply, place) in notice.Replies.Select((reply, place) => (reply, place + 1)).Where(pair => pair.reply.Scan is not null))
            {
                AddStored($"04-书面答复/第{index + 1}份-答复{place}-{reply.Scan!.FileName}", reply.Scan.Sha256);
            }
        }

        Add("03-送达证明.docx", DossierPapers.Delivery(package));
        Add("04-书面答复/答复情况.docx", DossierPapers.Replies(package));
        Add("05-核查记录.docx", DossierPapers.Checks(package));
        Add("06-佐证材料/清单.csv", Csv(
            ["文件", "SHA-256", "字节", "用途", "说明", "上传人", "上传日期"],
            package.Problem.Evidence.Select(file => new[] { file.FileName, file.Sha256, $"{file.Size}", wording[file.Purpose], file.Caption, file.AddedBy, $"{file.AddedOn:O}" })));
        foreach (var (index, file) in package.Problem.Evidence.Index())
        {
            AddStored($"06-佐证材料/{index + 1:D2}-{file.FileName}", file.Sha256);
        }

        Add("07-台账摘录.csv", Csv(
            ["序号", "对象", "事项", "由", "至", "理由", "办理人", "时间"],
            package.Problem.Entries.Select(entry => Told<ProblemState>($"第{package.Problem.Number}号问题", entry, wording))
                .Concat(package.Notices.SelectMany(notice => notice.Entries.Select(entry => Told<NoticeState>(notice.Number, entry, wording))))
                .OrderBy(row => row.Seq).Select(row => row.Cells)));
        Add("08-移送数据包.json", Encoding.UTF8.GetBytes(_packageJson));
        Add("00-目录.docx", LetterFile.Write(DossierPapers.Index(package, Hashes)));
        Add("SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(Hashes.Select(part => $"{part.Sha256}  {part.Name}\n"))));
    }

    /// <summary>The parts written so far with their hashes, in the order of their names.</summary>
    private List<(string Name, string Sha256)> Hashes => [.. _parts.OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => (part.Name, part.Content is null && !_store.Has(part.Sha256) ? "文件缺失" : part.Sha256))];

    private void Add(string name, Letter letter) => Add(name, LetterFile.Write(letter));

    private void Add(string name, byte[] content) => _parts.Add(new Part(name, Convert.ToHexStringLower(SHA256.HashData(content)), content));

    /// <summary>A stored file's name is the sender's: no path of its own in the zip.</summary>
    private void AddStored(string name, string sha256) => _parts.Add(new Part(name[..(name.LastIndexOf('/') + 1)] + LetterDocument.FileName(name[(name.LastIndexOf('/') + 1)..]), sha256, null));

    /// <summary>A line of the ledger's extract.</summary>
    private (long Seq, string[] Cells) Told<TState>(string what, PackagedEntry entry, Wording wording) where TState : struct, Enum
    {
        string State(string name) => Enum.TryParse<TState>(name, out var state) ? wording[state] : name;
        return (entry.Seq,
        [
            $"{entry.Seq}", what, wording[entry.Event], State(entry.From), State(entry.To), entry.Why, entry.By, _clock.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ]);
    }

    /// <summary>Every cell in quotes, with what a spreadsheet needs to read Chinese; no cell becomes a formula.</summary>
    private static byte[] Csv(string[] head, IEnumerable<string[]> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Prepend(head).Select(row => string.Join(',', row.Select(Cell)) + "\r\n")))];

    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <param name="Content">Null for what lies in the evidence store.</param>
    private sealed record Part(string Name, string Sha256, byte[]? Content);
}
