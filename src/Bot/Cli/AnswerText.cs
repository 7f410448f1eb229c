using System.Text;
using Bot.Citations;
using Bot.Conversations;
using Bot.Telegram;

namespace Bot.Cli;

/// <summary>An answer as words for a terminal; bold only on one.</summary>
internal static class AnswerText
{
    public static string Render(CheckedAnswer answer, Texts texts)
    {
        var text = new StringBuilder();
        if (answer.Notice is { } notice) text.AppendLine(texts[notice, answer.Language]);
        if (answer.Nearest.Count > 0) text.AppendLine().AppendLine(texts["nearest", answer.Language]);
        foreach (var citation in answer.Nearest) text.AppendLine($"  {Quoted(citation.Quote)} [{answer.SourceOf(citation).Number}]");
        if (answer.Positions.Count > 0) text.AppendLine(texts["positions", answer.Language]).AppendLine();
        foreach (var statement in answer.Statements)
        {
            if (statement.Speaker is { } speaker) text.AppendLine(Bold(speaker + ":"));
            text.AppendLine($"{Quoted(statement.Text)} {string.Join(' ', statement.Citations.Select(index => $"[{answer.SourceOf(answer.Citations[index]).Number}]").Distinct())}").AppendLine();
        }
        if (answer.Sources.Count == 0) return text.ToString().TrimEnd();
        if (answer.Nearest.Count > 0) text.AppendLine();
        text.AppendLine(Bold(texts["sources", answer.Language]));
        foreach (var source in answer.Sources)
        {
            text.AppendLine($"[{source.Number}] {source.Title}{(source.Publisher is { } publisher ? $", {publisher}" : "")}; {SourceDating.Of(source, answer.Language, texts)}");
            if (source.Url is { } url) text.AppendLine($"    {url}");
        }
        return text.ToString().TrimEnd();
    }

    private static string Quoted(string quote) => quote.ReplaceLineEndings(" ");

    private static string Bold(string words) => Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? words : $"\u001b[1m{words}\u001b[0m";
}
