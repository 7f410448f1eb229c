using System.Buffers;
using System.Text;

namespace BotApi.Simulator;

/// <summary>Replaces and removes the characters Telegram does not keep, and moves the entities along.</summary>
internal static class TextCleaner
{
    private const char ZeroWidthNonJoiner = '\u200C';

    /// <summary>What <see cref="Clean(string, int[])"/> looks for; most texts have none of it.</summary>
    private static readonly SearchValues<char> Touched = SearchValues.Create(
        [
            .. Enumerable.Range(0, ' ').Where(code => code != '\n').Select(code => (char)code),
            .. Enumerable.Range('\u2028', 7).Select(code => (char)code),
            '\u0333', '\u033F', '\u030A', '\u200E', '\u200F',
        ]);

    /// <exception cref="TextParseException">An entity begins or ends inside a character or outside the text.</exception>
    public static ParsedText Clean(ParsedText parsed)
    {
        var moved = IsTouched(parsed.Text) ? new int[parsed.Text.Length + 1] : null;
        var text = moved is null ? parsed.Text : Clean(parsed.Text, moved);
        return new ParsedText(text, [.. parsed.Entities.Select(entity => Move(entity, parsed.Text, moved))]);
    }

    /// <summary>Cleans a text without entities: a link, the name of a language, a command.</summary>
    public static string Clean(string text)
        => IsTouched(text) ? Clean(text, new int[text.Length + 1]) : text;

    private static bool IsTouched(string text) => text.AsSpan().ContainsAny(Touched);

    private static string Clean(string text, int[] moved)
    {
        var cleaned = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            moved[i] = cleaned.Length;
            if (!IsRemoved(text[i]))
            {
                cleaned.Append(text[i] <= ' ' && text[i] != '\n' ? ' ' : text[i]);
            }
        }

        moved[text.Length] = cleaned.Length;
        HideRepeatedMarks(cleaned);
        return cleaned.ToString();
    }

    private static bool IsRemoved(char c)
        => c is '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A';

    private static TextEntity Move(TextEntity entity, string text, int[]? moved)
    {
        if (entity.Offset >= text.Length)
        {
            throw new TextParseException(
                $"entity begins after the end of the text at UTF-16 offset {entity.Offset}");
        }

        if (entity.End > text.Length)
        {
            throw new TextParseException(
                $"entity beginning at UTF-16 offset {entity.Offset} ends after the end of the text "
                + $"at UTF-16 offset {entity.End}");
        }

        if (char.IsLowSurrogate(text[entity.Offset]))
        {
            throw new TextParseException(
                $"entity begins in a middle of a UTF-16 symbol at byte offset {Bytes(text, entity.Offset + 1)}");
        }

        if (entity.End < text.Length && char.IsLowSurrogate(text[entity.End]))
        {
            throw new TextParseException(
                $"entity beginning at UTF-16 offset {entity.Offset} ends in a middle of a UTF-16 symbol "
                + $"at byte offset {Bytes(text, entity.End + 1)}");
        }

        return entity with
        {
            Offset = moved is null ? entity.Offset : moved[entity.Offset],
            Length = moved is null ? entity.Length : moved[entity.End] - moved[entity.Offset],
            Url = entity.Url is null ? null : Clean(entity.Url),
            Language = entity.Language is null ? null : Clean(entity.Language),
        };
    }

    private static int Bytes(string text, int length) => Encoding.UTF8.GetByteCount(text.AsSpan(0, length));

    /// <summary>Of a run of direction marks, only the last one works.</summary>
    private static void HideRepeatedMarks(StringBuilder text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (IsDirectionMark(text[i]) && IsDirectionMark(text[i + 1]))
            {
                text[i] = ZeroWidthNonJoiner;
            }
        }
    }

    private static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F';
}
