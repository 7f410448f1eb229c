using Bot.Attribution;
using Bot.Composition;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Citations;

/// <summary>
/// A statement of a draft beside what it cites, read when a rule first asks. The rules that come first see to it that there
/// is something to read.
/// </summary>
internal sealed class StatementReading(DraftStatement statement, Language asked, IReadOnlyList<Passage> passages, Readings readings, ClaimReader reader)
{
    public DraftStatement Statement => statement;

    public IReadOnlyList<Passage> Passages => passages;

    /// <summary>The language the question was asked in.</summary>
    public Language Asked => asked;

    /// <summary>The language the statement is written in.</summary>
    public Language Language => language ??= LanguageDetector.Detect(statement.Text, asked) ?? asked;

    /// <summary>The sentences it cites, whole: what a cut-off quotation leaves out may turn its sense.</summary>
    public IReadOnlyList<ReadSentence> Cited => field ??= [.. statement.Citations.SelectMany(SentencesOf).DistinctBy(read => read.Sentence)];

    /// <summary>The same, a sentence taken apart where another may begin to speak.</summary>
    public IReadOnlyList<ReadSentence> CitedParts => field ??= [.. Cited.SelectMany(PartsOf)];

    /// <summary>Those, and the sentences before them that their pronouns point to.</summary>
    public IReadOnlyList<ReadSentence> CitedWithAntecedents => field ??= [.. Cited.SelectMany(WithAntecedent).DistinctBy(read => read.Sentence)];

    /// <summary>The statement itself, read as a source is.</summary>
    public IReadOnlyList<ReadSentence> Stated => field ??= reader.Read(
        new Document("", "", Language, new DocumentMetadata(), statement.Text),
        CitedWithAntecedents.SelectMany(read => read.Units).Where(unit => unit.Kind is UnitKind.Name).Select(unit => unit.Term));

    public IReadOnlyList<Unit> Units => field ??= [.. Stated.SelectMany(read => read.Units)];

    /// <summary>The words of what it cites.</summary>
    public SourceWords Source => field ??= new SourceWords(Cited.SelectMany(read => read.Units));

    /// <summary>The words it may take names from: also what pronouns point to, the titles, and who is known to speak.</summary>
    public SourceWords SourceOfNames => field ??= new SourceWords(CitedWithAntecedents.SelectMany(read => read.Units), [
        .. TitleTerms,
        .. Cited.Select(read => read.Claim?.Speaker.Entity?.Term).OfType<string>(),
        .. Cited.SelectMany(FullNames)]);

    /// <summary>Each cited sentence by itself, with the names that its pronouns stand for.</summary>
    public IReadOnlyList<SentenceWords> EachSource => field ??= [.. Cited.Select(cited => new SentenceWords(new SourceWords(cited.Units), new SourceWords(WithNames(cited), FullNames(cited))))];

    /// <summary>Each sentence of it beside the one it cites that it has most words in common with.</summary>
    public IReadOnlyList<Alignment> Alignments => field ??= [.. Stated.Select(stated => Cited.Select(cited => new Alignment(stated, cited)).MaxBy(alignment => alignment.Pairs.Count)!)];

    /// <summary>Of the titles of the cited documents: what they are about throughout.</summary>
    public IReadOnlySet<string> TitleTerms => titleTerms ??= Cited.Select(read => read.Sentence.Document).Distinct().SelectMany(document => readings.TermsOf(document).Title).ToHashSet();

    /// <summary>It repeats a cited sentence, and so says what its source says.</summary>
    public bool IsVerbatim => isVerbatim ??= Cited.Any(read => Verbatim.AreEqual(read.Sentence.Text, statement.Text));

    /// <summary>No source of it is in its language.</summary>
    public bool IsTranslation => Cited.All(read => read.Sentence.Document.Language != Language);

    private HashSet<string>? titleTerms;
    private Language? language;
    private bool? isVerbatim;

    /// <summary>What the source says that a statement's sentence rests on most: the part with most of its words.</summary>
    public ReadSentence SupportOf(ReadSentence stated) =>
        CitedParts.MaxBy(cited => stated.Terms.Count(cited.Terms.Contains))!;

    private IEnumerable<ReadSentence> PartsOf(ReadSentence cited)
    {
        var parts = Turns.Of(cited.Sentence.Text);
        return parts.Length < 2 ? [cited] : parts
            .SelectMany(part => reader.Read(new Document("", "", cited.Sentence.Document.Language, new DocumentMetadata(), part), cited.Units.Where(unit => unit.Kind is UnitKind.Name).Select(unit => unit.Term)))
            .Select(part => part.Claim is null ? part with { Claim = cited.Claim } : part);
    }

    private IEnumerable<ReadSentence> SentencesOf(Citation citation)
    {
        var document = passages.First(passage => passage.Document.Id == citation.Document).Document;
        var read = readings.Of(document);
        return document.SentencesIn(new TextSpan(citation.Start, citation.End)).Select(sentence => read[sentence.Index]);
    }

    /// <summary>The whole names, as the document gives them elsewhere, of whom it names by a last name, and of who speaks in it: "…, he said".</summary>
    private IEnumerable<string> FullNames(ReadSentence cited) =>
        from speaker in cited.Names.Where(name => name.IsPerson).Select(name => name.Speaker).Append(cited.Claim?.Speaker).OfType<Speaker>().DistinctBy(speaker => speaker.Key)
        from other in readings.Of(cited.Sentence.Document)
        from full in other.Names
        where full.Speaker.Key == speaker.Key
        from unit in other.Units.Skip(full.First).Take(full.Last - full.First + 1)
        select unit.Term;

    private IEnumerable<Unit> WithNames(ReadSentence cited) => cited.PointsBack ? WithAntecedent(cited).SelectMany(read => read.Units) : cited.Units;

    private IEnumerable<ReadSentence> WithAntecedent(ReadSentence cited)
    {
        var document = readings.Of(cited.Sentence.Document);
        var first = cited.Sentence.Index;
        while (first > 0 && document[first].PointsBack && document[first - 1].Sentence.Block == cited.Sentence.Block) first--;
        return Enumerable.Range(first, cited.Sentence.Index - first + 1).Select(index => document[index]);
    }
}

/// <summary>The words of one sentence.</summary>
/// <param name="Names">Those it takes names from: its own, and of the sentences that its pronouns point to.</param>
internal sealed record SentenceWords(SourceWords Words, SourceWords Names)
{
    public bool Hold(Unit unit) => unit.Kind is UnitKind.Entity or UnitKind.Name ? Names.HoldName(unit) : Words.HoldWord(unit);
}
