using System.Collections.Concurrent;
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

    /// <param name="shared">The terms of the index so far: a corpus repeats the same ones in every document, and each is kept once.</param>
    public static DocumentTerms Of(Document document, TextAnalyzer analyzer, ConcurrentDictionary<string, string> shared)
    {
        return new DocumentTerms(
            [.. document.Sentences.Select(sentence => Terms(analyzer.Analyze(sentence)))],
            Terms(analyzer.Analyze(document.Title, document.Language)).ToHashSet());

        List<string> Terms(List<Unit> units) => [.. units.SelectMany(unit => unit.IndexTerms).Select(term => shared.GetOrAdd(term, term))];
    }
}
