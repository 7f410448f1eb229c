namespace Bot.Linguistics;

/// <summary>The languages the bot reads and speaks.</summary>
public enum Language
{
    English,
    Ukrainian,
    Russian,
}

/// <summary>ISO 639-1 codes of <see cref="Language"/>, as they stand in settings, files and JSON.</summary>
internal static class LanguageCodes
{
    private static readonly string[] OwnNames = ["English", "Українська", "Русский"];

    public static IReadOnlyList<string> All { get; } = ["en", "uk", "ru"];

    public static string Code(this Language language) => All[(int)language];

    /// <summary>As its speakers call it.</summary>
    public static string OwnName(this Language language) => OwnNames[(int)language];

    /// <summary>The language of a code, or English where it is none of the bot's.</summary>
    public static Language OrEnglish(string? code) => TryParse(code, out var language) ? language : Language.English;

    /// <summary>True, and the language, for "en", "uk" or "ru", also with a region ("en-GB"); false for anything else.</summary>
    public static bool TryParse(string? code, out Language language)
    {
        language = Language.English;
        if (code is null || (code.Length > 2 && code[2] is not ('-' or '_'))) return false;
        var index = All.ToList().FindIndex(known => code.StartsWith(known, StringComparison.OrdinalIgnoreCase));
        if (index < 0) return false;
        language = (Language)index;
        return true;
    }
}
