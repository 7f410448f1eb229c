using System.Text;
using System.Text.Unicode;

namespace BotApi.Simulator;

/// <summary>Query strings and forms. The framework's readers replace invalid UTF-8 in silence; Telegram refuses it.</summary>
internal static class UrlEncoded
{
    /// <summary>Adds the fields that are not there yet.</summary>
    public static void Read(ReadOnlySpan<byte> encoded, Dictionary<string, string> values)
    {
        foreach (var range in encoded.Split((byte)'&'))
        {
            var pair = encoded[range];
            var equals = pair.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            if (name.Length > 0)
            {
                values.TryAdd(name, equals < 0 ? "" : Decode(pair[(equals + 1)..]));
            }
        }
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        var bytes = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length
                && Ascii.IsHexDigit(encoded[i + 1]) && Ascii.IsHexDigit(encoded[i + 2]))
            {
                bytes[length++] = (byte)((Ascii.HexValue(encoded[i + 1]) << 4) | Ascii.HexValue(encoded[i + 2]));
                i += 2;
            }
            else
            {
                bytes[length++] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            }
        }

        var decoded = bytes.AsSpan(0, length);
        return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : throw ApiException.InvalidUtf8();
    }
}
