using System.Globalization;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>
/// Reads a text into units: names by the lexicon, common words by the glossary, numbers, and what neither knows by its
/// stem's rough sound, so that a name meets its spelling in the other alphabet.
/// </summary>
internal sealed class TextAnalyzer(Lexicon lexicon, Glossary glossary)
{
    public Lexicon Lexicon => lexicon;

    public List<Unit> Analyze(string text, Language language) => Analyze(text, new TextSpan(0, text.Length), language);

    public List<Unit> Analyze(Sentence sentence) => Analyze(sentence.Document.Text, sentence.Span, sentence.Document.Language);

    /// <summary>The first word of a name, read as if the lexicon did not know it.</summary>
    public Unit ReadPlainly(Unit name, Language language) => OfWord(Wording.Of([new Token(name.Span, name.Word, name.Shape)], language), 0);

    /// <summary>A text's words, in what forms the vocabularies know them by.</summary>
    /// <param name="Words">Normalised.</param>
    /// <param name="Stems">Of the English ones; the others as they are.</param>
    private sealed record Wording(IReadOnlyList<Token> Tokens, string[] Words, string[] Stems, Language Language)
    {
        public static Wording Of(List<Token> tokens, Language language) => new(
            tokens, [.. tokens.Select(token => token.Word)],
            [.. tokens.Select(token => token.IsNumber || token.IsCyrillic ? token.Word : EnglishStemmer.Stem(token.Word))], language);
    }

    private List<Unit> Analyze(string text, TextSpan span, Language language)
    {
        var wording = Wording.Of(Tokenizer.Tokenize(text, span), language);
        var units = new List<Unit>(wording.Tokens.Count);
        for (var at = 0; at < wording.Tokens.Count;)
        {
            var (unit, length) = Read(wording, at);
            units.Add(unit with { Wording = WordingOf(unit, wording, at, length), Frame = FrameOf(unit) });
            at += length;
        }
        return units;
    }

    /// <summary>The very words of what is known by its meaning; a name as it stands, since what is cut off as its ending may be its own («Артем»).</summary>
    private static string[] WordingOf(Unit unit, Wording text, int at, int length) => unit.Kind switch
    {
        UnitKind.Entity or UnitKind.Concept or UnitKind.Number => [.. Enumerable.Range(at, length).Select(word => Unit.WordMark + Unknown(text, word, UnitKind.Word).Term)],
        UnitKind.Name => [Unit.WordMark + Transliteration.Skeleton(text.Words[at])],
        _ => [],
    };

    private static string? FrameOf(Unit unit) =>
        unit.Kind is UnitKind.Name && Transliteration.Frame(Transliteration.Skeleton(unit.Word)) is { } frame ? Unit.FrameMark + frame : null;

    private (Unit Unit, int Length) Read(Wording text, int at)
    {
        var token = text.Tokens[at];
        // «В. К. Орленко»: an initial is no preposition.
        if (token.Shape is TokenShape.Initial) return (Unknown(text, at, UnitKind.Name), 1);
        if (Scaled(text, at) is { } scaled) return (scaled, 2);
        var name = NameAt(text, at);
        var common = glossary.At(text.Words.AsSpan(at), text.Stems.AsSpan(at), token, text.Language);
        if (name is { } entity && entity.Words >= (common?.Words ?? 0) && !IsNamesake(entity, text, at)) return (OfEntity(entity.Entry, entity.Words), entity.Words);
        if (common is { } adjective && IsPartOfName(adjective, text, at)) return (Unknown(text, at, UnitKind.Name) with { Parts = [OfWord(text, at)] }, 1);
        return common is { } concept ? (OfConcept(concept.Entry, concept.Words), concept.Words) : (OfWord(text, at), 1);

        // Agreements and terms are made of common words; a text may use those without the name.
        Unit OfEntity(Lexicon.Form form, int length) => new(form.Entity.Term, UnitKind.Entity, Span(length), token.Word, token.Shape)
        {
            Entity = form.Entity,
            IsAdjective = form.IsAdjective,
            Parts = form.Entity.Kind is EntityKind.Agreement or EntityKind.Term ? Parts(length) : [],
        };

        // A defence minister is a minister, and no answer to who is the other one: offices stay whole.
        Unit OfConcept(Concept concept, int length) => Common(concept, Span(length), token, concept.Group == "politics" ? [] : Parts(length));

        TextSpan Span(int length) => new(token.Span.Start, text.Tokens[at + length - 1].Span.End);

        IReadOnlyList<Unit> Parts(int length) =>
            length == 1 ? [] : [.. Enumerable.Range(at, length).Select(index => OfWord(text, index)).Where(unit => unit.CountsInQueries)];
    }

    private FormTable<Lexicon.Form>.Match? NameAt(Wording text, int at) => lexicon.At(text.Words.AsSpan(at), text.Tokens[at]);

    /// <summary>"30 thousand", «2,4 тис.»: one number, as 30,000 and 2,400 are.</summary>
    private Unit? Scaled(Wording text, int at)
    {
        var token = text.Tokens[at];
        if (!token.IsNumber || at + 1 == text.Tokens.Count || OfWord(text, at + 1) is not { Concept: { Group: "number", Value: >= 1000 and var scale } }) return null;
        if (!decimal.TryParse(token.Word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000) return null;
        var term = "=" + (number * scale).ToString("0.######", CultureInfo.InvariantCulture);
        return new Unit(term, UnitKind.Number, new TextSpan(token.Span.Start, text.Tokens[at + 1].Span.End), token.Word, TokenShape.Number);
    }

    /// <summary>
    /// The "Велика" of «Велика Коса», the «Роман» of «Роман Гайдук»: a word with a capital inside a sentence, before another
    /// name. English capitalises titles too ("Governor Torvek"), so there only adjectives count.
    /// </summary>
    private bool IsPartOfName(FormTable<Concept>.Match word, Wording text, int at) =>
        word.Words == 1 && (word.Entry.Group is "evaluation" or "descriptors" || text.Tokens[at].IsCyrillic) && at > 0 && at + 1 < text.Tokens.Count && text.Tokens[at].Shape is TokenShape.Capitalised && text.Tokens[at + 1].Shape is TokenShape.Capitalised
        && OfWord(text, at + 1).Kind is UnitKind.Name;

    /// <summary>«Степан Кравчук» is not the Кравчук of the lexicon: a surname alone, with somebody else's first name before it.</summary>
    private bool IsNamesake(FormTable<Lexicon.Form>.Match name, Wording text, int at) =>
        name is { Words: 1, Entry.Entity.Kind: EntityKind.Person } && at > 0 && text.Tokens[at].IsCapitalised
        && text.Tokens[at - 1] is { Shape: TokenShape.Capitalised, Word.Length: > 2 } before && text.Tokens[at].Span.Start == before.Span.End + 1
        && NameAt(text, at - 1) is null && OfWord(text, at - 1).Kind is UnitKind.Name;

    /// <summary>One word by itself, whatever phrase it stands in.</summary>
    private Unit OfWord(Wording text, int at)
    {
        var token = text.Tokens[at];
        if (glossary.At(text.Words.AsSpan(at, 1), text.Stems.AsSpan(at, 1), token, text.Language) is { } concept) return Common(concept.Entry, token.Span, token, []);
        return token.IsNumber
            ? new Unit("=" + token.Word, UnitKind.Number, token.Span, token.Word, token.Shape)
            : Unknown(text, at, token.IsCapitalised ? UnitKind.Name : UnitKind.Word);
    }

    private static Unit Unknown(Wording text, int at, UnitKind kind)
    {
        var token = text.Tokens[at];
        var stem = !token.IsCyrillic ? text.Stems[at] : text.Language is Language.Russian ? RussianStemmer.Stem(token.Word) : UkrainianStemmer.Stem(token.Word);
        return new Unit(Transliteration.Skeleton(stem), kind, token.Span, token.Word, token.Shape);
    }

    private static Unit Common(Concept concept, TextSpan span, Token first, IReadOnlyList<Unit> parts)
    {
        var kind = concept.Term[0] == '=' ? UnitKind.Number : concept.IsFunction ? UnitKind.Function : UnitKind.Concept;
        return new Unit(concept.Term, kind, span, first.Word, first.Shape) { Concept = concept, Parts = parts };
    }
}
