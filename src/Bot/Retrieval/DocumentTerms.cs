using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The terms of a document, sentence by sentence, as the index counts them.</summary>
internal sealed class DocumentTerms
{
    private readonly HashSet<string> all;

    private DocumentTerms(IReadOnlyList<IReadOnlyList<string>> sentences, IReadOnlySet<string> title)
    {
        Sentences = sentences;
        Title = title;
        all = [.. sentences.SelectMany(terms => terms), .. title];
    }

    public IReadOnlyList<IReadOnlyList<string>> Sentences { get; }

    public IReadOnlySet<string> Title { get; }

    /// <summary>Whether the text or the title holds the term anywhere.</summary>
    public bool Holds(string term) => all.Contains(term);

    public static DocumentTerms Of(Document document, TextAnalyzer analyzer) => new(
        [.. document.Sentences.Select(sentence => Terms(analyzer.Analyze(sentence)))],
        Terms(analyzer.Analyze(document.Title, document.Language)).ToHashSet());

    /// <summary>Interned: a corpus repeats the same terms in every document.</summary>
    private static List<string> Terms(List<Unit> units) => [.. units.SelectMany(unit => unit.Terms).Select(string.Intern)];
}
