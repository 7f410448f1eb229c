using System.Diagnostics;
using Bot.Answering;
using Bot.Attribution;
using Bot.Benchmarks.Statements;
using Bot.Citations;
using Bot.Composition;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Benchmarks;

/// <summary>How many lies the checker catches, how many honest statements it drops, and how long it takes.</summary>
internal static class CheckerBenchmark
{
    /// <param name="written">Statements written by hand.</param>
    /// <param name="clapNq">For statements of people, and lies made of sentences; null for neither.</param>
    /// <param name="xquad">The folder of XQuAD's folders.</param>
    public static void Run(DirectoryInfo written, DirectoryInfo? clapNq, DirectoryInfo? xquad, string? verbose)
    {
        var library = Library.Open(new BotSettings());
        var checker = new CitationChecker(new Readings(library.Analyzer), library.Analyzer);
        var byHand = written.Exists ? StatementFile.ReadAll(written, library.Index.Current.Corpus).ToList() : [];
        Report("written by hand", byHand);
        Report("lies made of the honest ones", new LieGenerator([.. byHand.Where(one => one.Honest)]).Generate());
        if (clapNq is null || xquad is null) return;
        List<StatementCase> verbatim = [.. HonestStatements.Verbatim(clapNq, xquad), .. HonestStatements.Verbatim(byHand)];
        Report("sentences and what people wrote of them", [.. verbatim, .. HonestStatements.Shortened(verbatim), .. HonestStatements.Paraphrases(clapNq)]);
        Report("lies made of sentences", new LieGenerator(verbatim).Generate());

        void Report(string name, IEnumerable<StatementCase> statements) => Print(name, [.. statements.Select(one => Check(one, checker, library))], verbose);
    }

    private static void Print(string name, List<Result> results, string? verbose)
    {
        Console.WriteLine($"\n{name}: {results.Count}");
        foreach (var group in results.GroupBy(result => (result.Case.Honest, result.Case.Kind)).OrderBy(group => group.Key))
        {
            var byLanguage = group.GroupBy(result => result.Case.Language).OrderBy(language => language.Key).Select(language => $"{language.Key} {Share(language.ToList())}");
            Console.WriteLine($"{(group.Key.Honest ? "honest" : "lie   ")} {group.Key.Kind,-18} {(group.Key.Honest ? "dropped" : "caught")} {Share([.. group])}   {string.Join("; ", byLanguage)}");
        }
        foreach (var honest in results.GroupBy(result => result.Case.Honest)) Console.WriteLine($"{(honest.Key ? "honest dropped" : "lies caught")} {Share([.. honest])}");
        Console.WriteLine($"a statement checked in {Percentiles.Of([.. results.Select(result => result.Milliseconds)])}");
        if (verbose is null) return;
        foreach (var wrong in results.Where(result => result.Case.Honest == (result.Fault is not null) && $"{result.Case.Kind} {result.Case.Language}".Contains(verbose, StringComparison.Ordinal)))
            Console.WriteLine($"{(wrong.Case.Honest ? "DROPPED" : "MISSED ")} {wrong.Case.Kind} {wrong.Case.Id} [{wrong.Case.Speaker}] {wrong.Case.Text}\n      {string.Join(" | ", wrong.Case.Quotes)}\n      {wrong.Fault}");
    }

    private sealed record Result(StatementCase Case, string? Fault, double Milliseconds);

    private static Result Check(StatementCase one, CitationChecker checker, Library library)
    {
        var document = DocumentFile.Build(one.Document.Id, new DocumentMetadata { Title = one.Document.Title, Language = Code(one.Document.Language) }, one.Document.Text);
        var speaker = one.Speaker is null ? null : SpeakerNames.Of(one.Speaker, library.Analyzer);
        var statement = new DraftStatement(one.Text, [.. one.Quotes.Select(quote => Cite(document, quote))], speaker);
        var passages = Passage.AllOf(document).ToList();
        checker.Fault(statement, passages, Code(one.Language));
        var started = Stopwatch.GetTimestamp();
        var fault = checker.Fault(statement, passages, Code(one.Language));
        return new Result(one, fault, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static Citation Cite(Document document, string quote) =>
        Verbatim.Find(quote, document.Text, new TextSpan(0, document.Text.Length)) is { } span
            ? new Citation(document.Id, document.ContentHash, span.Start, span.End, span.In(document.Text))
            : new Citation(document.Id, document.ContentHash, -1, -1, quote);

    private static Language Code(string code) => LanguageCodes.OrEnglish(code);

    private static string Share(List<Result> results) => $"{results.Count(result => result.Fault is not null)} of {results.Count}, {100.0 * results.Count(result => result.Fault is not null) / results.Count:0.0} %";
}
