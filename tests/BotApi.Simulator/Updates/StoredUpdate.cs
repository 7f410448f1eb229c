using System.Text;

namespace BotApi.Simulator;

/// <summary>An update that the bot has not confirmed. Updates of one lane reach a webhook one after the other.</summary>
internal sealed class StoredUpdate(int id, long lane, DateTimeOffset time, byte[] json)
{
    /// <summary>As JSON, what stands before the number.</summary>
    private static ReadOnlySpan<byte> Head => """{"update_id":"""u8;

    public int Id { get; } = id;

    public long Lane { get; } = lane;

    public DateTimeOffset Time { get; } = time;

    /// <summary>Whether a webhook has taken it.</summary>
    public bool IsTaken { get; set; }

    /// <summary>More than the update needs as JSON, in bytes.</summary>
    public int MaxLength => Head.Length + MaxDigits + json.Length;

    private static int MaxDigits => 11;

    /// <summary>Writes the update with its id; gives the number of bytes.</summary>
    public int Write(Span<byte> target)
    {
        Head.CopyTo(target);
        var length = Head.Length;
        Id.TryFormat(target[length..], out var digits);
        length += digits;
        target[length++] = (byte)',';

        // The stored object follows without its brace.
        json.AsSpan(1).CopyTo(target[length..]);
        return length + json.Length - 1;
    }

    /// <summary>The update alone.</summary>
    public byte[] ToJson()
    {
        var buffer = new byte[MaxLength];
        return buffer[..Write(buffer)];
    }
}
