using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>Reads the name of a speaker by itself.</summary>
internal static class SpeakerNames
{
    /// <summary>The speaker of the lexicon whom it names, else one of that name.</summary>
    public static Speaker Of(string name, TextAnalyzer analyzer)
    {
        var language = LanguageDetector.Detect(name, Language.English) ?? Language.English;
        return analyzer.Analyze(name, language).Where(unit => !unit.IsAdjective).Select(unit => unit.Entity).LastOrDefault(entity => entity is { CanSpeak: true }) is { } known ? Speaker.Of(known) : new Speaker(null, name.Trim());
    }
}
