using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Attribution;

/// <summary>
/// Reads who says what, sentence by sentence through a document: by "according to", by verbs of saying with their subject,
/// by quotation marks beside the only name, by the name an interview announces, and by a pronoun for the speaker before.
/// </summary>
internal sealed class ClaimReader(TextAnalyzer analyzer)
{
    private const int ShortestQuotation = 12;

    /// <param name="knownNames">Terms that are names even where only a sentence's first word is one of them.</param>
    public IReadOnlyList<ReadSentence> Read(Document document, IEnumerable<string>? knownNames = null)
    {
        var read = new List<ReadSentence>(document.Sentences.Count);
        var people = new PeopleNamed();
        var analyzed = document.Sentences.Select(analyzer.Analyze).ToList();
        var namesInside = analyzed.SelectMany(units => units.Skip(1)).Where(unit => unit.Kind is UnitKind.Name).Select(unit => unit.Term).Concat(knownNames ?? []).ToHashSet();
        foreach (var (sentence, units) in document.Sentences.Zip(analyzed))
        {
            var names = NamedSpeakers.In(document.Text, units, namesInside).ConvertAll(name => people.Recognise(name, units));
            var current = new AnalyzedSentence(document.Text, sentence, units, names, Quotations.In(document.Text, sentence.Span));
            var before = read is [.., var last] && last.Sentence.Block == sentence.Block ? last : null;
            var speaker = sentence.IsHeading ? null : Announced(current, before) ?? Named(current) ?? Continued(current, before);
            read.Add(new ReadSentence(sentence, units, current.Quotations, names, speaker is null ? null : new Claim(speaker)));
        }
        return read;
    }

    /// <summary>"Lindqvist: We would need …", as interviews are printed: the name speaks to the end of its paragraph.</summary>
    private static Speaker? Announced(AnalyzedSentence sentence, ReadSentence? before)
    {
        if (sentence.Names is [{ First: 0 } first, ..] && IsBeforeColon(sentence.Text, sentence.Units, first)) return first.Speaker;
        return before is { Claim.Speaker: { } speaker, Names: [var earlier, ..] } && earlier.Speaker.Key == speaker.Key && IsBeforeColon(sentence.Text, before.Units, earlier) ? speaker : null;
    }

    private static bool IsBeforeColon(string text, IReadOnlyList<Unit> units, NamedSpeaker name) =>
        text.AsSpan(units[name.Last].Span.End).TrimStart().StartsWith(":");

    private static Speaker? Named(AnalyzedSentence sentence)
    {
        var sources = sentence.Units.Index().Where(pair => pair.Item.IsOf("attribution") && !Saying.IsReference(pair.Item)).Select(pair => SubjectOfSaying.Source(sentence, pair.Index)).OfType<Speaker>();
        if (sources.FirstOrDefault() is { } source) return source;
        // Who says it counts before who takes a stand in it: «Росія готова …, повідомив Пєсков».
        NamedSpeaker? saying = null, standing = null;
        for (var at = 0; at < sentence.Units.Count; at++)
        {
            if (!Saying.IsOne(sentence.Units[at]) || sentence.IsQuoted(at) || Saying.IsNoun(sentence, at)) continue;
            if (SubjectOfSaying.Of(sentence, at) is not { } subject)
            {
                // "She denied that Kyiv has agreed": whom she is, the sentence before tells.
                if (IsSaidByNobodyNamed(sentence, at) || (saying is null && standing is null && SubjectOfSaying.HasPronoun(sentence, at))) return null;
                continue;
            }
            if (Saying.IsUnsaid(sentence, at)) return null;
            // "Trump says …; Zelensky says …": what two say in one sentence is neither's alone.
            if (saying is not null && saying.Speaker.Key != subject.Speaker.Key && Turns.ArePartedBy(sentence.Between(saying.Last, at))) return null;
            if (Saying.IsVerb(sentence.Units[at]) || GoesOnWithThat(sentence, at)) saying ??= subject;
            else standing ??= subject;
        }
        return (saying ?? standing) is { } found ? SubjectOfSaying.Spokesperson(sentence, found) ?? found.Speaker : BesideQuotation(sentence);
    }

    /// <summary>"A deputy said that Poland agrees", "…, a spokesman said": what is said there is the unnamed one's, whoever else is named.</summary>
    private static bool IsSaidByNobodyNamed(AnalyzedSentence sentence, int verb) =>
        Saying.IsVerb(sentence.Units[verb]) && !SubjectOfSaying.HasPronoun(sentence, verb)
        && ((SubjectOfSaying.IsAtEnd(sentence, verb) && Saying.IsPlain(sentence.Units[verb])) || GoesOnWithThat(sentence, verb));

    /// <summary>"Objected that", «заявив, що»: whatever the verb, it reports.</summary>
    private static bool GoesOnWithThat(AnalyzedSentence sentence, int verb) =>
        verb + 1 < sentence.Units.Count && Saying.OpensWhatIsSaid(sentence.Units[verb + 1]);

    /// <summary>Words in quotation marks in a sentence that names one person.</summary>
    private static Speaker? BesideQuotation(AnalyzedSentence sentence) =>
        sentence.Quotations.Any(quotation => quotation.Length >= ShortestQuotation) && sentence.NamesOutside.Where(name => name.IsPerson).ToList() is [{ IsSubject: true } only] && !SubjectOfSaying.IsObject(sentence, only) ? only.Speaker : null;

    /// <summary>"He said …", or a sentence that is all quotation: the speaker of the sentence before, or the person it was about.</summary>
    private static Speaker? Continued(AnalyzedSentence sentence, ReadSentence? before)
    {
        if (before is null) return null;
        var verb = sentence.Units.Index().Where(pair => Saying.IsOne(pair.Item) && !sentence.IsQuoted(pair.Index)).Select(pair => (int?)pair.Index).FirstOrDefault();
        var byPronoun = (verb is { } at && SubjectOfSaying.HasPronoun(sentence, at)) || SubjectOfSaying.IsSourceByPronoun(sentence);
        var isQuotation = sentence.Quotations.Sum(quotation => quotation.Length) * 10 >= sentence.Sentence.Span.Length * 8;
        if (!byPronoun && !isQuotation) return null;
        // With two people before it, "he" is either.
        var people = before.Names.Where(name => name.IsPerson).Select(name => name.Speaker).DistinctBy(speaker => speaker.Key).ToList();
        if (before.Claim is { } claim && people.TrueForAll(person => person.Key == claim.Speaker.Key)) return claim.Speaker;
        return byPronoun ? (people is [var only] ? only : null) : before.Claim?.Speaker;
    }
}
