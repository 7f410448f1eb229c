using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BotApi.Simulator;

/// <summary>Finds bot commands and mentions in plain text. Links, hashtags and other automatic entities are not found.</summary>
internal static partial class FoundEntities
{
    private static readonly string[] ShortUsernames = ["gif", "nft", "pic", "ufc", "vid"];

    /// <summary>The entities in order, none overlapping another.</summary>
    public static List<TextEntity> In(string text)
    {
        if (!text.AsSpan().ContainsAny('/', '@'))
        {
            return [];
        }

        var commands = CommandPattern().Matches(text)
            .Where(match => IsFree(text, match, "/<>"))
            .Select(match => new TextEntity(EntityTypes.BotCommand, match.Index, match.Length));
        var mentions = MentionPattern().Matches(text)
            .Where(match => IsFree(text, match, "") && IsUsername(match.Value[1..]))
            .Select(match => new TextEntity(EntityTypes.Mention, match.Index, match.Length));
        return EntityOrder.Sorted([.. commands, .. mentions]);
    }

    [GeneratedRegex("/[a-zA-Z0-9_]{1,64}(?![a-zA-Z0-9_])(?:@[a-zA-Z0-9_]{3,32}(?![a-zA-Z0-9_])|(?!@))")]
    private static partial Regex CommandPattern();

    [GeneratedRegex("@[a-zA-Z0-9_]{2,32}(?![a-zA-Z0-9_])")]
    private static partial Regex MentionPattern();

    private static bool IsUsername(string name)
        => name.Length >= 4 || ShortUsernames.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Neither neighbour of the match may be a word character or one of the given ones.</summary>
    private static bool IsFree(string text, Match match, string forbidden)
    {
        var hasPrevious = Rune.DecodeLastFromUtf16(text.AsSpan(0, match.Index), out var previous, out _) == 0;
        var hasNext = Rune.DecodeFromUtf16(text.AsSpan(match.Index + match.Length), out var next, out _) == 0;
        return !(hasPrevious && IsBarrier(previous, forbidden)) && !(hasNext && IsBarrier(next, forbidden));
    }

    private static bool IsBarrier(Rune rune, string forbidden)
        => IsWordCharacter(rune) || (rune.IsBmp && forbidden.Contains((char)rune.Value));

    private static bool IsWordCharacter(Rune rune)
        => rune.Value == '_' || Rune.IsLetter(rune)
           || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber
               or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
