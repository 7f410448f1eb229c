using System.Text;
using Bot.Corpus;
using Bot.Evaluation;
using Bot.Linguistics;

namespace Bot.Benchmarks;

/// <summary>
/// A corpus of any size, the same on every machine: articles of sentences drawn from the documents of cases, so that words are
/// as frequent as in the language. So that words do not stay as few, every fourth sentence ends with a name made up for
/// its article.
/// </summary>
internal sealed class RecombinedArticles(IReadOnlyList<Case> cases)
{
    private const int SentencesInArticle = 62;

    /// <summary>By windows of eight sentences that share two.</summary>
    public const int PassagesInArticle = 10;

    private static readonly string[] Syllables = [.. from onset in "b br c ch d dr f g gr h j k l m n p pr r s st t tr v w z".Split(' ') from rest in "a al an ar e el en er i in o ol on or u um us".Split(' ') select onset + rest];

    private readonly string[] sentences = [.. cases.SelectMany(one => one.Documents ?? []).SelectMany(document => document.Sentences).Select(sentence => sentence.Text).Where(text => text.EndsWith('.')).Distinct()];

    public int Sentences => sentences.Length;

    /// <summary>Questions of the cases, taken from all parts of them.</summary>
    public IReadOnlyList<string> Questions(int count)
    {
        var all = cases.Select(one => one.Question).Distinct().ToList();
        return [.. Enumerable.Range(0, count).Select(number => all[(int)((long)number * all.Count / count)])];
    }

    public IEnumerable<Document> Articles(int count)
    {
        var random = new Random(20250306);
        for (var number = 0; number < count; number++) yield return Article(number, random);
    }

    private Document Article(int number, Random random)
    {
        var names = Enumerable.Range(0, 3).Select(_ => Name(random)).ToArray();
        var text = new StringBuilder(10_000);
        for (var at = 0; at < SentencesInArticle; at++)
        {
            var sentence = sentences[random.Next(sentences.Length)];
            if (at % 4 == 3) text.Append(sentence.AsSpan(0, sentence.Length - 1)).Append(", said ").Append(names[random.Next(names.Length)]).Append(".\n\n");
            else text.Append(sentence).Append(' ');
        }
        return DocumentFile.Build($"article-{number:0000000}", new DocumentMetadata { Title = $"Article {number}", Language = Language.English }, text.ToString());
    }

    private static string Name(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
