using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>What a word is by itself in texts of one language, whatever stands around it.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="Stem">What English words are looked up by; of the others, the word.</param>
/// <param name="Term">The rough sound of its stem, which the index counts it by where neither lexicon nor glossary knows it.</param>
/// <param name="GivenName">The sound of a given name in all its translations: of «Николай» as of «Микола».</param>
/// <param name="Common">What the glossary knows it as.</param>
/// <param name="BeginsPhrase">A form of several words of the glossary begins with it.</param>
/// <param name="BeginsName">A form of the lexicon begins with it.</param>
internal sealed record ReadWord(string Text, string Stem, string Term, string? GivenName, Concept? Common, bool BeginsPhrase, bool BeginsName)
{
    /// <summary>The word as it is written: its stem's sound, marked.</summary>
    public IReadOnlyList<string> Wording { get; } = [Unit.WordMark + Term];

    /// <summary>A name as it is written, whole, since what is cut off as its ending may be its own («Артем»).</summary>
    public IReadOnlyList<string> NameWording => field ??= [Unit.WordMark + Transliteration.Skeleton(Text)];

    /// <summary>Its consonants, marked; null for what is too short.</summary>
    public string? Frame => Frames is [var frame] ? frame : null;

    private string[] Frames => field ??= Transliteration.Frame(Transliteration.Skeleton(Text)) is { } frame ? [Unit.FrameMark + frame] : [];
}
