namespace BotApi.Simulator;

/// <summary>The characters allowed in a host and before its <c>@</c>: RFC 3986, and any letter outside ASCII.</summary>
internal static class UrlCharacters
{
    private const string Marks = ".-_!$,~*'();&+=";

    /// <summary>What is wrong with a part of a URL, or null.</summary>
    public static string? Problem(string part, string name, bool allowColon)
    {
        for (var i = 0; i < part.Length; i++)
        {
            var c = part[i];
            if (c == '%')
            {
                if (!IsHexDigitAt(part, i + 1) || !IsHexDigitAt(part, i + 2))
                {
                    return $"Wrong percent-encoded symbol in URL {name}";
                }

                i += 2;
            }
            else if (c < 128 && !Ascii.IsLetterOrDigit(c) && !Marks.Contains(c) && !(allowColon && c == ':'))
            {
                return $"Disallowed character in URL {name}";
            }
        }

        return null;
    }

    private static bool IsHexDigitAt(string text, int index) => index < text.Length && Ascii.IsHexDigit(text[index]);
}
