using System.Text.Json;
using Bot.Configuration;
using Bot.Conversations;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Benchmarks;

/// <summary>
/// Whether names cross scripts with no lexicon to help: each Ukrainian name is looked for in a document that holds one English
/// spelling of it, and the other way round; and how often a name finds another one's. The file is that of
/// https://github.com/krvasyl/spelling-ukraine: `sourceSpelling`, `correctSpelling`, `incorrectSpellings`.
/// </summary>
internal static class NamesBenchmark
{
    private const double LeastFound = 0.97;
    private const double MostConfused = 0.01;

    /// <summary>Beyond that share of letters to change, a spelling is a translation of the name and not its sound.</summary>
    private const double MostChanged = 0.5;

    /// <summary>Ukrainian national system of 2010, inside words (Cabinet of Ministers, resolution 55).</summary>
    private static readonly Dictionary<char, string> National = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя".Zip("a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia".Split(' ')).ToDictionary(pair => pair.First, pair => pair.Second);

    private sealed record Name(string Ukrainian, string Correct, IReadOnlyList<string> Wrong);

    public static int Run(FileInfo file)
    {
        var all = Read(file);
        var names = all.Where(IsTransliterated).Select(name => name with { Wrong = [.. name.Wrong.Where(wrong => IsSound(name.Ukrainian, wrong))] }).ToList();
        var analyzer = new TextAnalyzer(Lexicon.Read(YamlFile.Parse("no names", "[]")), Glossary.Read(YamlFile.Parse("no words", "[]")));
        var queries = new QueryReader(analyzer);
        var (found, asked, missed) = (0, 0, new List<string>());
        foreach (var name in names)
        {
            foreach (var english in name.Wrong.Prepend(name.Correct))
            {
                Ask(name.Ukrainian, Language.Ukrainian, english, Language.English);
                Ask(english, Language.English, name.Ukrainian, Language.Ukrainian);
            }
        }
        var (confused, pairs) = Confusion(names, queries, analyzer);

        Console.WriteLine($"names: {names.Count} of {all.Count}; left out as translations: {all.Count - names.Count}");
        Console.WriteLine($"found: {(double)found / asked:P1} of {asked} (at least {LeastFound:P0})");
        Console.WriteLine($"pairs of different names that match: {confused} of {pairs}, {(double)confused / pairs:P2} (at most {MostConfused:P0})");
        foreach (var pair in missed) Console.WriteLine($"    {pair}");
        return (double)found / asked >= LeastFound && (double)confused / pairs <= MostConfused ? 0 : 1;

        void Ask(string name, Language language, string other, Language otherLanguage)
        {
            asked++;
            if (Finds(name, language, IndexOf(other, otherLanguage, analyzer), queries)) found++;
            else missed.Add($"{name} does not find {other}");
        }
    }

    private static (int Confused, int Pairs) Confusion(List<Name> names, QueryReader queries, TextAnalyzer analyzer)
    {
        var (confused, pairs) = (0, 0);
        foreach (var held in names)
        {
            var index = IndexOf(held.Correct, Language.English, analyzer);
            foreach (var other in names.Where(other => other.Ukrainian != held.Ukrainian && !Shares(other, held)))
            {
                pairs++;
                if (Finds(other.Ukrainian, Language.Ukrainian, index, queries)) confused++;
            }
        }
        return (confused, pairs);
    }

    /// <summary>«Київ» is found in «Kyiv Oblast» by right.</summary>
    private static bool Shares(Name one, Name other) => one.Ukrainian.Split(' ').Intersect(other.Ukrainian.Split(' ')).Any();

    private static PassageIndex IndexOf(string text, Language language, TextAnalyzer analyzer) =>
        new Indexer(analyzer).Index(new CorpusSnapshot([DocumentFile.Build("d", new DocumentMetadata { Title = "-", Language = language }, text)], []));

    private static bool Finds(string name, Language language, PassageIndex index, QueryReader queries)
    {
        var terms = queries.Read(Question.Of(name) with { Language = language }, index).Terms;
        return terms.Count > 0 && terms.All(term => index.Holds(term.Term) || term.Unit.Wording.Any(index.Holds) || term.Unit.Frame is { } frame && index.Holds(frame));
    }

    private static bool IsTransliterated(Name name) => IsSound(name.Ukrainian, name.Correct);

    private static bool IsSound(string ukrainian, string english)
    {
        var plain = string.Concat(ukrainian.ToLowerInvariant().Select(c => National.GetValueOrDefault(c) ?? (c is 'ь' or '’' or '\'' ? "" : $"{c}")));
        return Suggestion.Distance(plain, english.ToLowerInvariant()) <= MostChanged * Math.Max(plain.Length, english.Length) && ukrainian.Split(' ').Length == english.Split(' ').Length;
    }

    private static List<Name> Read(FileInfo file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file.FullName));
        return
        [
            .. json.RootElement.EnumerateArray().Select(entry => new Name(
                entry.GetProperty("sourceSpelling").GetString()!, entry.GetProperty("correctSpelling").GetString()!,
                [.. entry.GetProperty("incorrectSpellings").EnumerateArray().Select(spelling => spelling.GetString()!)])),
        ];
    }
}
