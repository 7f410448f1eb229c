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
    public Unit ReadPlainly(Unit name, Language language)
    {
        var token = new Token(name.Span, name.Word, name.Shape);
        return OfWord([token], [token.Word], [Stem(token, language)], 0, language);
    }

    private List<Unit> Analyze(string text, TextSpan span, Language language)
    {
        var tokens = Tokenizer.Tokenize(text, span);
        var words = tokens.ConvertAll(token => token.Word);
        var stems = tokens.ConvertAll(token => Stem(token, language));
        var units = new List<Unit>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var (unit, length) = Read(tokens, words, stems, at, language);
            units.Add(unit);
            at += length;
        }
        return units;
    }

    private (Unit Unit, int Length) Read(List<Token> tokens, List<string> words, List<string> stems, int at, Language language)
    {
        // «В. К. Орленко»: an initial is no preposition.
        if (tokens[at].Shape is TokenShape.Initial) return (Unknown(tokens[at], stems[at], UnitKind.Name), 1);
        if (Scaled(tokens, words, stems, at, language) is { } scaled) return (scaled, 2);
        var name = lexicon.At(words, tokens, at);
        var common = glossary.At(words, stems, tokens, at, language);
        if (name is { } entity && entity.Words >= (common?.Words ?? 0) && !IsNamesake(entity, tokens, words, stems, at, language)) return (OfEntity(entity.Entry, entity.Words), entity.Words);
        if (common is { } adjective && IsPartOfName(adjective, tokens, words, stems, at, language)) return (Unknown(tokens[at], stems[at], UnitKind.Name) with { Parts = [OfWord(tokens, words, stems, at, language)] }, 1);
        return common is { } concept ? (OfConcept(concept.Entry, concept.Words), concept.Words) : (OfWord(tokens, words, stems, at, language), 1);

        Unit OfEntity(Lexicon.Form form, int length)
        {
            // Agreements and terms are made of common words; a text may use those without the name.
            var parts = form.Entity.Kind is EntityKind.Agreement or EntityKind.Term ? Parts(length) : [];
            return New(form.Entity.Term, UnitKind.Entity, length) with { Entity = form.Entity, IsAdjective = form.IsAdjective, Parts = parts };
        }

        // A defence minister is a minister, and no answer to who is the other one: offices stay whole.
        Unit OfConcept(Concept concept, int length) => Common(New("", UnitKind.Concept, length), concept) with { Parts = concept.Group == "politics" ? [] : Parts(length) };

        Unit New(string term, UnitKind kind, int length) =>
            new(term, kind, new TextSpan(tokens[at].Span.Start, tokens[at + length - 1].Span.End), tokens[at].Word, tokens[at].Shape);

        List<Unit> Parts(int length) =>
            length == 1 ? [] : [.. Enumerable.Range(at, length).Select(index => OfWord(tokens, words, stems, index, language)).Where(unit => unit.CountsInQueries)];
    }

    /// <summary>"30 thousand", «2,4 тис.»: one number, as 30,000 and 2,400 are.</summary>
    private Unit? Scaled(List<Token> tokens, List<string> words, List<string> stems, int at, Language language)
    {
        if (!tokens[at].IsNumber || at + 1 == tokens.Count || OfWord(tokens, words, stems, at + 1, language) is not { Concept: { Group: "number", Value: >= 1000 and var scale } }) return null;
        if (!decimal.TryParse(tokens[at].Word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000) return null;
        var term = "=" + (number * scale).ToString("0.######", CultureInfo.InvariantCulture);
        return new Unit(term, UnitKind.Number, new TextSpan(tokens[at].Span.Start, tokens[at + 1].Span.End), tokens[at].Word, TokenShape.Number);
    }

    /// <summary>
    /// The "Велика" of «Велика Коса», the «Роман» of «Роман Гайдук»: a word with a capital inside a sentence, before another
    /// name. English capitalises titles too ("Governor Torvek"), so there only adjectives count.
    /// </summary>
    private bool IsPartOfName(FormTable<Concept>.Match word, List<Token> tokens, List<string> words, List<string> stems, int at, Language language) =>
        word.Words == 1 && (word.Entry.Group is "evaluation" or "descriptors" || tokens[at].IsCyrillic) && at > 0 && at + 1 < tokens.Count && tokens[at].Shape is TokenShape.Capitalised && tokens[at + 1].Shape is TokenShape.Capitalised
        && OfWord(tokens, words, stems, at + 1, language).Kind is UnitKind.Name;

    /// <summary>«Степан Кравчук» is not the Кравчук of the lexicon: a surname alone, with somebody else's first name before it.</summary>
    private bool IsNamesake(FormTable<Lexicon.Form>.Match name, List<Token> tokens, List<string> words, List<string> stems, int at, Language language) =>
        name is { Words: 1, Entry.Entity.Kind: EntityKind.Person } && at > 0 && tokens[at].IsCapitalised
        && tokens[at - 1] is { Shape: TokenShape.Capitalised, Word.Length: > 2 } before && tokens[at].Span.Start == before.Span.End + 1
        && lexicon.At(words, tokens, at - 1) is null && OfWord(tokens, words, stems, at - 1, language).Kind is UnitKind.Name;

    /// <summary>One word by itself, whatever phrase it stands in.</summary>
    private Unit OfWord(List<Token> tokens, List<string> words, List<string> stems, int at, Language language)
    {
        var token = tokens[at];
        if (glossary.At([words[at]], [stems[at]], [token], 0, language) is { } concept)
            return Common(new Unit("", UnitKind.Concept, token.Span, token.Word, token.Shape), concept.Entry);
        return token.IsNumber
            ? new Unit("=" + token.Word, UnitKind.Number, token.Span, token.Word, token.Shape)
            : Unknown(token, stems[at], token.IsCapitalised ? UnitKind.Name : UnitKind.Word);
    }

    private static Unit Unknown(Token token, string stem, UnitKind kind) => new(Transliteration.Skeleton(stem), kind, token.Span, token.Word, token.Shape);

    private static Unit Common(Unit unit, Concept concept) => unit with
    {
        Term = concept.Term,
        Kind = concept.Term[0] == '=' ? UnitKind.Number : concept.IsFunction ? UnitKind.Function : UnitKind.Concept,
        Concept = concept,
    };

    private static string Stem(Token token, Language language)
    {
        if (token.IsNumber) return token.Word;
        if (!token.IsCyrillic) return EnglishStemmer.Stem(token.Word);
        return language is Language.Russian ? RussianStemmer.Stem(token.Word) : UkrainianStemmer.Stem(token.Word);
    }
}
