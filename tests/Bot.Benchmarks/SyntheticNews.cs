using System.Text;
using Bot.Corpus;

namespace Bot.Benchmarks;

/// <summary>
/// News articles without sense but with the statistics of real ones, the same on every machine: the bot's own vocabulary
/// among made-up words, drawn by a Zipf–Mandelbrot law (Mandelbrot, "An informational theory of the statistical structure of
/// language", 1953), with words that each article keeps coming back to, names with capitals, and numbers.
/// </summary>
internal sealed class SyntheticNews
{
    private const int Words = 400_000;
    private const double Exponent = 1.15;
    private const double Shift = 2.7;
    private const int SentencesInArticle = 62;

    /// <summary>By windows of eight sentences that share two.</summary>
    public const int PassagesInArticle = 10;

    private static readonly string[] Grammar = "the of to and in a is that for on was with as it by at from are his be has have an this had not which or were their they he but who will its been said would about after one more when there can also into up we other".Split(' ');
    private static readonly string[] Syllables = [.. from onset in "b br c ch d dr f g gr h j k l m n p pr qu r s st t tr v w z".Split(' ') from rest in "a al an ar e el en er i in ing o ol on or u um us".Split(' ') select onset + rest];

    private readonly Random random = new(20250306);
    private readonly string[] words;
    private readonly double[] cumulated;
    private readonly List<string[]> asked = [];

    public SyntheticNews(Lexicon lexicon, IEnumerable<string> commonWords)
    {
        words = [.. Grammar.Concat(Mixed(commonWords, lexicon)).Distinct().Take(Words)];
        cumulated = new double[words.Length];
        var sum = 0.0;
        for (var rank = 0; rank < words.Length; rank++) cumulated[rank] = sum += 1 / Math.Pow(rank + 1 + Shift, Exponent);
    }

    /// <summary>Content words that stand together in one sentence each, as a question would name them; as many as articles were written.</summary>
    public IReadOnlyList<string> Questions(int count)
    {
        var chooser = new Random(6);
        return [.. Enumerable.Range(0, count).Select(number => Phrase(asked[chooser.Next(asked.Count)], number))];
    }

    /// <summary>Articles of 62 sentences of 5 to 29 words.</summary>
    public IEnumerable<Document> Articles()
    {
        for (var number = 0; ; number++) yield return Article(number);
    }

    private Document Article(int number)
    {
        var topic = Enumerable.Range(0, 25).Select(_ => words[random.Next(Grammar.Length, 30_000)]).ToArray();
        var text = new StringBuilder(8_000);
        for (var sentence = 0; sentence < SentencesInArticle; sentence++)
        {
            var length = 5 + random.Next(25);
            var content = new List<string>();
            for (var at = 0; at < length; at++)
            {
                var word = random.Next(100) switch
                {
                    < 12 => topic[random.Next(topic.Length)],
                    12 => $"{random.Next(1, 400)}",
                    _ => Draw(content),
                };
                if (at > 0) text.Append(' ');
                text.Append(at == 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word);
            }
            text.Append('.').Append(sentence % 4 == 3 ? "\n\n" : " ");
            if (sentence == number % SentencesInArticle && content.Count >= 4) asked.Add([.. content.Take(6)]);
        }
        return DocumentFile.Build($"article-{number:000000}", new DocumentMetadata { Title = $"{Name(topic[0])} {topic[1]}", Language = Linguistics.Language.English }, text.ToString());
    }

    /// <summary>A word as often as its rank says; a word of more than grammar is put down in <paramref name="content"/>.</summary>
    private string Draw(List<string> content)
    {
        var found = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        var rank = found < 0 ? Math.Min(~found, words.Length - 1) : found;
        if (rank >= Grammar.Length) content.Add(words[rank]);
        return words[rank];
    }

    private static string Phrase(string[] content, int number) => (number % 4) switch
    {
        0 => $"What did {content[0]} say about the {string.Join(' ', content[1..])}?",
        1 => $"How many {string.Join(' ', content[..3])} were there in {string.Join(" and ", content[3..])}?",
        2 => $"When was the {string.Join(' ', content[..4])}?",
        _ => $"Why is {content[0]} {string.Join(' ', content[1..])}?",
    };

    /// <summary>A known word for each three made-up ones at first, then made-up ones alone; every seventh of those is a name.</summary>
    private IEnumerable<string> Mixed(IEnumerable<string> common, Lexicon lexicon)
    {
        var known = common.Concat(lexicon.Entities.Select(entity => entity.Name(Linguistics.Language.English))).ToArray();
        random.Shuffle(known);
        for (var number = 0; number < Words; number++)
        {
            if (number < known.Length) yield return known[number];
            yield return number % 7 == 0 ? Name(Invented(number)) : Invented(number);
        }
    }

    private string Invented(int number) => string.Concat(Enumerable.Range(0, number < 2_000 ? 2 : 3).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Name(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
