using System.Security.Cryptography;
using Rectify.Core.Problems;
using Rectify.Core.Storage;

namespace Rectify.Core.Tests.Problems;

public sealed class EvidenceStoreTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0];

    private readonly DataPlace _place = new(Directory.CreateTempSubdirectory("rectify-").FullName);
    private readonly EvidenceStore _store;

    public EvidenceStoreTests() => _store = new EvidenceStore(_place);

    public void Dispose() => Directory.Delete(_place.Directory, recursive: true);

    [Fact]
    public async Task The_same_bytes_are_kept_once_under_their_hash()
    {
        var first = await TakenAsync(Jpeg, "整改前.jpg");
        var again = await TakenAsync(Jpeg, "另一个名字.JPEG");
        var other = await TakenAsync([.. Jpeg, 17], "整改后.jpg");

        first.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Jpeg)));
        again.Sha256.ShouldBe(first.Sha256);
        other.Sha256.ShouldNotBe(first.Sha256);
        (first.Name, first.ContentType, first.Size).ShouldBe(("整改前.jpg", "image/jpeg", 20));
        Kept().Count.ShouldBe(2);
        (await ReadAsync(first.Sha256)).ShouldBe(Jpeg);
    }

    [Fact]
    public async Task The_same_bytes_may_come_in_many_times_at_once()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => TakenAsync(Jpeg, "照片.jpg"))));

        taken.Select(file => file.Sha256).Distinct().ShouldHaveSingleItem();
        Kept().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_may_be_as_large_as_the_limit_and_not_a_byte_larger()
    {
        var largest = new byte[EvidenceStore.MaxSize];
        Jpeg.CopyTo(largest, 0);

        (await TakenAsync(largest, "大图.jpg")).Size.ShouldBe(EvidenceStore.MaxSize);
        await RefusedAsync([.. largest, 0], "大图.jpg", FileRefusal.TooLarge, alreadyKept: 1);
    }

    [Fact]
    public async Task What_never_ends_is_cut_off_at_the_limit()
    {
        var endless = new Endless();

        (await _store.ReceiveAsync(endless, "大图.jpg", TestContext.Current.CancellationToken)).Refusal.ShouldBe(FileRefusal.TooLarge);
        endless.Given.ShouldBeLessThan(EvidenceStore.MaxSize + 200_000);
        Kept().ShouldBeEmpty();
    }

    [Fact]
    public Task An_empty_file_is_refused() => RefusedAsync([], "空.jpg", FileRefusal.Empty);

    [Theory]
    [InlineData("照片.exe")]
    [InlineData("照片.jpg.exe")]
    [InlineData("照片.html")]
    [InlineData("照片.svg")]
    [InlineData("照片.png")]
    [InlineData("照片")]
    [InlineData("照片.")]
    [InlineData("照片.jpg ")]
    [InlineData("")]
    public Task A_file_whose_ending_does_not_fit_its_first_bytes_is_refused(string name) => RefusedAsync(Jpeg, name, FileRefusal.TypeNotAllowed);

    [Fact]
    public async Task The_first_bytes_decide_and_not_the_ending_alone()
    {
        await RefusedAsync("<script>alert(1)</script>"u8.ToArray(), "照片.jpg", FileRefusal.TypeNotAllowed);
        await RefusedAsync([0xFF, 0xD8], "照片.jpg", FileRefusal.TypeNotAllowed);
        await RefusedAsync([0, .. Png], "照片.png", FileRefusal.TypeNotAllowed);
        (await TakenAsync(Png, "照片.png")).ContentType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Every_ending_the_picker_offers_can_come_in()
    {
        FileTypes.Endings.ShouldContain(".pdf");
        byte[][] heads = [Jpeg, Png, [.. "%PDF-1.7"u8], [0x50, 0x4B, 3, 4, 0], [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]];
        foreach (var ending in FileTypes.Endings)
        {
            heads.Count(head => FileTypes.Of($"附件{ending.ToUpperInvariant()}", head) is not null).ShouldBe(1, ending);
            await TakenAsync(heads.Single(head => FileTypes.Of($"附件{ending}", head) is not null), $"附件{ending}");
        }
    }

    [Theory]
    [InlineData("../../../etc/passwd.jpg", "passwd.jpg")]
    [InlineData(@"C:\Users\me\Desktop\照片.jpg", "照片.jpg")]
    [InlineData("/照片.jpg", "照片.jpg")]
    [InlineData("..\\..\\照片.jpg", "照片.jpg")]
    [InlineData("照\r\n片\0.jpg", "照片.jpg")]
    [InlineData("..jpg", "..jpg")]
    public async Task A_name_never_leads_out_of_the_store(string sent, string kept)
    {
        (await TakenAsync(Jpeg, sent)).Name.ShouldBe(kept);

        Kept().ShouldHaveSingleItem().ShouldStartWith(_place.EvidenceDirectory);
        Directory.GetFileSystemEntries(_place.Directory).ShouldBe([_place.EvidenceDirectory]);
    }

    [Fact]
    public async Task A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = (await TakenAsync(Jpeg, new string('长', 300) + ".jpg")).Name;

        name.Length.ShouldBeLessThanOrEqualTo(120);
        name.ShouldEndWith(".jpg");
    }

    [Fact]
    public async Task An_interrupted_upload_leaves_nothing_behind()
    {
        await Should.ThrowAsync<IOException>(() => _store.ReceiveAsync(new Endless(breakAfter: 300_000), "照片.jpg", TestContext.Current.CancellationToken));
        Kept().ShouldBeEmpty();

        using var stop = new CancellationTokenSource();
        var endless = new Endless { OnRead = () => stop.Cancel() };
        await Should.ThrowAsync<OperationCanceledException>(() => _store.ReceiveAsync(endless, "照片.jpg", stop.Token));
        Kept().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("../rectify.db")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void Only_a_hash_opens_a_file(string sha256) => Should.Throw<ArgumentException>(() => _store.Open(sha256));

    [Fact]
    public void A_hash_nobody_stored_opens_nothing() => _store.Open(new string('0', 64)).ShouldBeNull();

    private async Task<StoredFile> TakenAsync(byte[] bytes, string name)
    {
        var (file, refusal) = await _store.ReceiveAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);
        refusal.ShouldBeNull();
        return file!;
    }

    private async Task RefusedAsync(byte[] bytes, string name, FileRefusal expected, int alreadyKept = 0)
    {
        var (file, refusal) = await _store.ReceiveAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);
        (file, refusal).ShouldBe((null, expected));
        Kept().Count.ShouldBe(alreadyKept);
    }

    private async Task<byte[]> ReadAsync(string sha256)
    {
        await using var file = _store.Open(sha256)!;
        var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>Every file under the store, unfinished ones too.</summary>
    private List<string> Kept() => Directory.Exists(_place.EvidenceDirectory) ? [.. Directory.EnumerateFiles(_place.EvidenceDirectory, "*", SearchOption.AllDirectories)] : [];

    /// <summary>A picture without end, or one whose sender hangs up.</summary>
    private sealed class Endless(long breakAfter = long.MaxValue) : Stream
    {
        public long Given { get; private set; }

        public Action? OnRead { get; init; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Given >= breakAfter)
            {
                throw new IOException("The sender hung up");
            }

            OnRead?.Invoke();
            buffer.Span.Clear();
            if (Given == 0)
            {
                Jpeg.CopyTo(buffer.Span);
            }

            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
