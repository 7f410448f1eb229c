using Bot.Corpus;

namespace Bot.Retrieval;

/// <summary>The terms of a document, sentence by sentence, as the index counts them.</summary>
internal sealed class DocumentTerms
{
    private DocumentTerms(IReadOnlyList<IReadOnlyList<string>> sentences, IReadOnlySet<string> title)
    {
        Sentences = sentences;
        Title = title;
        All = sentences.SelectMany(terms => terms).Concat(title).ToHashSet();
    }

    public IReadOnlyList<IReadOnlyList<string>> Sentences { get; }

    public IReadOnlySet<string> Title { get; }

    /// <summary>Those that the text or the title holds anywhere.</summary>
    public IReadOnlySet<string> All { get; }

    public static DocumentTerms Of(Document document, TextAnalyzer analyzer) => new(
        [.. document.Sentences.Select(sentence => Terms(analyzer.Analyze(sentence)))],
        Terms(analyzer.Analyze(document.Title, document.Language)).ToHashSet());

    /// <summary>Interned: a corpus repeats the same terms in every document.</summary>
    private static List<string> Terms(List<Unit> units) => [.. units.SelectMany(unit => unit.IndexTerms).Select(string.Intern)];
}
