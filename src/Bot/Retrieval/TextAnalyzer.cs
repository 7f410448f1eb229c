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
        var token = tokens[at];
        var name = lexicon.At(words, tokens, at);
        var common = glossary.At(words, stems, tokens, at, language);
        if (name is { } entity && entity.Words >= (common?.Words ?? 0))
            return (New("@" + entity.Entry.Entity.Id, UnitKind.Entity, entity.Words) with { Entity = entity.Entry.Entity, IsAdjective = entity.Entry.IsAdjective }, entity.Words);
        if (common is { } concept) return (OfConcept(concept.Entry, concept.Words), concept.Words);
        if (token.IsNumber) return (New("=" + token.Word, UnitKind.Number, 1), 1);
        return (New(Transliteration.Skeleton(stems[at]), token.IsCapitalised ? UnitKind.Name : UnitKind.Word, 1), 1);

        Unit OfConcept(Concept concept, int length)
        {
            if (concept.Value is { } value && concept.Group == "number")
                return New("=" + value.ToString(CultureInfo.InvariantCulture), UnitKind.Number, length) with { Concept = concept };
            return New("#" + concept.Id, concept.IsFunction ? UnitKind.Function : UnitKind.Concept, length) with { Concept = concept };
        }

        Unit New(string term, UnitKind kind, int length) =>
            new(term, kind, new TextSpan(token.Span.Start, tokens[at + length - 1].Span.End), token.Word, token.Shape);
    }

    private static string Stem(Token token, Language language)
    {
        if (token.IsNumber) return token.Word;
        if (!token.IsCyrillic) return EnglishStemmer.Stem(token.Word);
        return language is Language.Russian ? RussianStemmer.Stem(token.Word) : UkrainianStemmer.Stem(token.Word);
    }
}
