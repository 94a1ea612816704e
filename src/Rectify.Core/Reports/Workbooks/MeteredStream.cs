namespace Rectify.Core.Reports.Workbooks;

/// <summary>Counts what really comes out of a packed part, and stops where an honest part would have ended.</summary>
/// <param name="inner">The part; closed with this stream.</param>
/// <param name="most">The most bytes it may give.</param>
internal sealed class MeteredStream(Stream inner, long most) : Stream
{
    /// <summary>The longest stretch without a tag: a cell's longest text is far shorter, an element with a million attributes is longer.</summary>
    private const int MostWithoutTag = 1 << 20;

    private int _sinceTag;

    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Count; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        Count += read;
        if (Count > most)
        {
            throw new WorkbookRefused(WorkbookFlaw.InflatesTooFar);
        }

        var tag = buffer[..read].LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + read : read - tag;
        return _sinceTag > MostWithoutTag && IsXml ? throw new WorkbookRefused(WorkbookFlaw.InflatesTooFar) : read;
    }

    /// <summary>Whether the part is XML; a picture needs no tags.</summary>
    public bool IsXml { get; init; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
