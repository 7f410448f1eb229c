using System.Collections.Concurrent;
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
    private const int MostKnownWords = 50_000;

    private readonly ConcurrentDictionary<string, ReadWord>[] knownWords = [.. Enum.GetValues<Language>().Select(_ => new ConcurrentDictionary<string, ReadWord>())];

    private int knownCount;

    public Lexicon Lexicon => lexicon;

    public List<Unit> Analyze(string text, Language language) => Analyze(text, new TextSpan(0, text.Length), language);

    public List<Unit> Analyze(Sentence sentence) => Analyze(sentence.Document.Text, sentence.Span, sentence.Document.Language);

    /// <summary>The first word of a name, read as if the lexicon did not know it.</summary>
    public Unit ReadPlainly(Unit name, Language language) => OfWord(Text.Of([new Token(name.Span, name.Word, name.Shape)], language, this), 0);

    /// <summary>What a word may be with so many letters put right: a name or, but for a capital, a common word.</summary>
    public IEnumerable<Unit> ReadMistyped(Unit word, int edits, Language language)
    {
        var token = new Token(word.Span, word.Word, word.Shape);
        var names = lexicon.Nearest(token, edits).Select(name => new Unit(name.Entity.Term, UnitKind.Entity, word.Span, word.Word, word.Shape) { Entity = name.Entity, IsAdjective = name.IsAdjective });
        return word.Kind is UnitKind.Name ? names : names.Concat(glossary.Nearest(token, edits, language).Where(concept => !concept.IsFunction).Select(concept => Common(concept, word.Span, token, [], [])));
    }

    /// <summary>A text's words, in what forms the vocabularies know them by.</summary>
    private readonly record struct Text(IReadOnlyList<Token> Tokens, ReadWord[] Read, string[] Words, string[] Stems, Language Language)
    {
        public static Text Of(List<Token> tokens, Language language, TextAnalyzer analyzer)
        {
            var text = new Text(tokens, new ReadWord[tokens.Count], new string[tokens.Count], new string[tokens.Count], language);
            for (var at = 0; at < tokens.Count; at++)
            {
                var word = text.Read[at] = analyzer.ReadAlone(tokens[at], language);
                text.Words[at] = word.Text;
                text.Stems[at] = word.Stem;
            }
            return text;
        }
    }

    private List<Unit> Analyze(string text, TextSpan span, Language language)
    {
        var words = Text.Of(Tokenizer.Tokenize(text, span), language, this);
        var units = new List<Unit>(words.Tokens.Count);
        for (var at = 0; at < words.Tokens.Count;)
        {
            var (unit, length) = Read(words, at);
            units.Add(unit);
            at += length;
        }
        return units;
    }

    private ReadWord ReadAlone(Token token, Language language)
    {
        var known = knownWords[(int)language];
        if (known.TryGetValue(token.Word, out var word)) return word;
        var stem = token.IsNumber || token.IsCyrillic ? token.Word : EnglishWord.Stem(token.Word);
        var own = !token.IsCyrillic ? stem : language is Language.Russian ? RussianStemmer.Stem(token.Word) : UkrainianStemmer.Stem(token.Word);
        word = new ReadWord(token.Word, stem, Transliteration.Skeleton(own), lexicon.GivenNames.SoundOf(token.Word, token.IsCyrillic), glossary.Find(token, stem, language), glossary.BeginsPhrase(token, stem), lexicon.Begins(token));
        // The first words of a corpus are its commonest: later ones are not worth the room.
        if (knownCount < MostKnownWords && known.TryAdd(token.Word, word)) Interlocked.Increment(ref knownCount);
        return word;
    }

    private (Unit Unit, int Length) Read(Text text, int at)
    {
        var token = text.Tokens[at];
        // «В. К. Орленко»: an initial is no preposition.
        if (token.Shape is TokenShape.Initial) return (Unknown(text, at, UnitKind.Name), 1);
        if (Scaled(text, at) is { } scaled) return (scaled, 2);
        if (IsMonthOfMay(text, at) && glossary.Find("may-month") is { } may) return (Common(may, token.Span, token, [], text.Read[at].Wording), 1);
        var name = NameAt(text, at);
        var common = CommonAt(text, at);
        if (name is { } entity && entity.Words >= (common?.Words ?? 0) && !IsNamesake(entity, text, at)) return (OfEntity(entity.Entry, entity.Words), entity.Words);
        if (IsHyphenated(text, at) && (name?.Words ?? 1) == 1 && (common?.Words ?? 1) == 1 && Hyphenated(text, at, isKnown: name is not null || common is not null) is { } whole) return whole;
        if (common is { } adjective && IsPartOfName(adjective, text, at)) return (Unknown(text, at, UnitKind.Name) with { Parts = [OfWord(text, at)] }, 1);
        return common is { } concept ? (OfConcept(concept.Entry, concept.Words), concept.Words) : (OfWord(text, at), 1);

        // Agreements and terms are made of common words; a text may use those without the name.
        Unit OfEntity(Lexicon.Form form, int length) => new(form.Entity.Term, UnitKind.Entity, Span(length), token.Word, token.Shape)
        {
            Wording = WordingOf(text, at, length),
            Entity = form.Entity,
            IsAdjective = form.IsAdjective,
            Parts = form.Entity.Kind is EntityKind.Agreement or EntityKind.Term ? Parts(length) : [],
        };

        // A defence minister is a minister, and no answer to who is the other one: offices stay whole.
        Unit OfConcept(Concept concept, int length) => Common(concept, Span(length), token, concept.Group == "politics" ? [] : Parts(length), WordingOf(text, at, length));

        TextSpan Span(int length) => new(token.Span.Start, text.Tokens[at + length - 1].Span.End);

        IReadOnlyList<Unit> Parts(int length) => length == 1 ? [] : PartsOf(text, at, length);
    }

    private static List<Unit> PartsOf(Text text, int at, int length) => [.. Enumerable.Range(at, length).Select(index => OfWord(text, index)).Where(unit => unit.CountsInQueries)];

    private FormTable<Lexicon.Form>.Match? NameAt(Text text, int at) => text.Read[at].BeginsName ? lexicon.At(text.Words.AsSpan(at), text.Tokens[at]) : null;

    private FormTable<Concept>.Match? CommonAt(Text text, int at)
    {
        if (text.Read[at].BeginsPhrase) return glossary.At(text.Words.AsSpan(at), text.Stems.AsSpan(at), text.Tokens[at], text.Language);
        return text.Read[at].Common is { } concept ? new FormTable<Concept>.Match(concept, 1) : null;
    }

    private static bool IsHyphenated(Text text, int at) => at + 1 < text.Tokens.Count && text.Tokens[at + 1].FollowsHyphen && !text.Tokens[at].IsNumber;

    /// <summary>
    /// A hyphenated word that others write as one: "co-operation" by what "cooperation" means, "micro-enterprise" by both its
    /// words and by "microenterprise", and the "post" of "post-war" by itself and by "postwar". Null for names and where both words are known.
    /// </summary>
    private (Unit Unit, int Length)? Hyphenated(Text text, int at, bool isKnown)
    {
        var (first, second) = (text.Tokens[at], text.Tokens[at + 1]);
        var span = new TextSpan(first.Span.Start, second.Span.End);
        var joined = Text.Of([new Token(span, first.Word + second.Word, first.Shape)], text.Language, this);
        if (joined.Read[0].Common is { } known) return (Common(known, span, first, [], WordingOf(text, at, 2)), 2);
        if (isKnown || first.IsCapitalised || second.IsCapitalised || NameAt(text, at + 1) is not null) return null;
        var (one, other) = (OfWord(text, at), OfWord(text, at + 1));
        var whole = Unknown(joined, 0, UnitKind.Word);
        return other.Kind is UnitKind.Word ? (whole with { Parts = [one, other] }, 2) : (whole with { Span = first.Span, Word = first.Word, Parts = [one] }, 1);
    }

    /// <summary>"May 6", "in May": elsewhere "may" is the verb.</summary>
    private static bool IsMonthOfMay(Text text, int at) => text.Words[at] == "may"
        && ((at > 0 && (text.Tokens[at - 1].IsNumber || text.Tokens[at].Shape is TokenShape.Capitalised)) || (at + 1 < text.Tokens.Count && text.Tokens[at + 1].IsNumber));

    /// <summary>"30 thousand", «2,4 тис.»: one number, as 30,000 and 2,400 are.</summary>
    private static Unit? Scaled(Text text, int at)
    {
        var token = text.Tokens[at];
        if (!token.IsNumber || at + 1 == text.Tokens.Count || OfWord(text, at + 1) is not { Concept: { Group: "number", Value: >= 1000 and var scale } }) return null;
        if (!decimal.TryParse(token.Word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000) return null;
        var term = "=" + (number * scale).ToString("0.######", CultureInfo.InvariantCulture);
        return new Unit(term, UnitKind.Number, new TextSpan(token.Span.Start, text.Tokens[at + 1].Span.End), token.Word, TokenShape.Number) { Wording = WordingOf(text, at, 2) };
    }

    /// <summary>
    /// The "Велика" of «Велика Коса», the «Роман» of «Роман Гайдук»: a word with a capital inside a sentence, before another
    /// name. English capitalises titles too ("Governor Torvek"), so there only adjectives count.
    /// </summary>
    private static bool IsPartOfName(FormTable<Concept>.Match word, Text text, int at) =>
        word.Words == 1 && (word.Entry.Group is "evaluation" or "descriptors" || text.Tokens[at].IsCyrillic) && at > 0 && at + 1 < text.Tokens.Count && text.Tokens[at].Shape is TokenShape.Capitalised && text.Tokens[at + 1].Shape is TokenShape.Capitalised
        && OfWord(text, at + 1).Kind is UnitKind.Name;

    /// <summary>«Степан Кравчук» is not the Кравчук of the lexicon: a surname alone, with somebody else's first name before it.</summary>
    private bool IsNamesake(FormTable<Lexicon.Form>.Match name, Text text, int at) =>
        name is { Words: 1, Entry.Entity.Kind: EntityKind.Person } && at > 0 && text.Tokens[at].IsCapitalised
        && text.Tokens[at - 1] is { Shape: TokenShape.Capitalised, Word.Length: > 2 } before && text.Tokens[at].Span.Start == before.Span.End + 1
        && NameAt(text, at - 1) is null && OfWord(text, at - 1).Kind is UnitKind.Name;

    /// <summary>One word by itself, whatever phrase it stands in.</summary>
    private static Unit OfWord(Text text, int at)
    {
        var token = text.Tokens[at];
        var word = text.Read[at];
        if (word.Common is { } concept) return Common(concept, token.Span, token, [], word.Wording);
        return token.IsNumber
            ? new Unit("=" + token.Word, UnitKind.Number, token.Span, token.Word, token.Shape) { Wording = word.Wording }
            : Unknown(text, at, token.IsCapitalised ? UnitKind.Name : UnitKind.Word);
    }

    private static Unit Unknown(Text text, int at, UnitKind kind)
    {
        var (token, word) = (text.Tokens[at], text.Read[at]);
        return kind is UnitKind.Name
            ? new Unit(word.GivenName ?? word.Term, kind, token.Span, token.Word, token.Shape) { Wording = word.NameWording, Frame = word.Frame }
            : new Unit(word.GivenName ?? word.Term, kind, token.Span, token.Word, token.Shape);
    }

    private static Unit Common(Concept concept, TextSpan span, Token first, IReadOnlyList<Unit> parts, IReadOnlyList<string> wording)
    {
        var kind = concept.Term[0] == '=' ? UnitKind.Number : concept.IsFunction ? UnitKind.Function : UnitKind.Concept;
        return new Unit(concept.Term, kind, span, first.Word, first.Shape) { Concept = concept, Parts = parts, Wording = kind is UnitKind.Function ? [] : wording };
    }

    /// <summary>The very words of what is known by its meaning.</summary>
    private static IReadOnlyList<string> WordingOf(Text text, int at, int length) =>
        length == 1 ? text.Read[at].Wording : [.. text.Read.Skip(at).Take(length).SelectMany(word => word.Wording)];
}
