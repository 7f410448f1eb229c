using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

internal enum UnitKind
{
    /// <summary>A name or term of the lexicon.</summary>
    Entity,

    /// <summary>A common word of the glossary.</summary>
    Concept,

    /// <summary>A word of grammar: article, pronoun, question word. Never a term of a query.</summary>
    Function,
    Number,

    /// <summary>A capitalised word that neither lexicon nor glossary knows.</summary>
    Name,

    /// <summary>Any other word.</summary>
    Word,
}

/// <summary>A word or phrase of a text, understood: what the index counts and what a question asks for.</summary>
/// <param name="Term">Equal for all forms of one thing in all three languages: "@nato", "#agree", "=6", "marcenk".</param>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Word">Its first word, normalised.</param>
internal sealed record Unit(string Term, UnitKind Kind, TextSpan Span, string Word, TokenShape Shape)
{
    /// <summary>Begins the terms that stand for a word as it is written.</summary>
    public const char WordMark = '~';

    /// <summary>Begins the terms that stand for a name's consonants.</summary>
    public const char FrameMark = '^';

    public Entity? Entity { get; init; }

    /// <summary>The single words of a phrase ("prisoner exchange"), each of which it answers to; empty for a single word or a name.</summary>
    public IReadOnlyList<Unit> Parts { get; init; } = [];

    /// <summary>An entity's adjective ("Russian"): it is named, but neither speaks nor acts.</summary>
    public bool IsAdjective { get; init; }

    public Concept? Concept { get; init; }

    /// <summary>The stems of the words it is written with, marked as such ("~defens"), where its term says only what they mean.</summary>
    public IReadOnlyList<string> Wording { get; init; } = [];

    /// <summary>How sure it is what was meant, in (0, 1]: less where a mistyped word was read as another.</summary>
    public double Certainty { get; init; } = 1;

    public bool Is(string concept) => Concept?.Id == concept;

    public bool IsOf(string group) => Concept?.Group == group;

    public bool CountsInQueries => Kind is not UnitKind.Function;

    /// <summary>A name's consonants, marked as such ("^lvv"), by which it is found where another language gives it other vowels; null for what is no name, or too short.</summary>
    public string? Frame { get; init; }

    /// <summary>What it means, as terms: its own, and those of its parts.</summary>
    public IEnumerable<string> Terms => CountsInQueries ? [Term, .. Parts.Select(part => part.Term)] : [];

    /// <summary>What a text that holds this unit is found by.</summary>
    public IEnumerable<string> IndexTerms
    {
        get
        {
            if (!CountsInQueries) yield break;
            yield return Term;
            foreach (var part in Parts) yield return part.Term;
            foreach (var word in Wording) yield return word;
            if (Frame is not null) yield return Frame;
        }
    }
}
