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
        foreach (var citation in answer.Nearest) text.AppendLine($"  {Plain(citation.Quote)} [{answer.SourceOf(citation).Number}]");
        if (answer.Positions.Count > 0) text.AppendLine(texts["positions", answer.Language]).AppendLine();
        // Among what people said, what the source says itself must not seem to be theirs.
        var unnamed = answer.Statements.Any(statement => statement.Speaker is not null) ? texts["source-itself", answer.Language] : null;
        foreach (var statement in answer.Statements)
        {
            if ((statement.Speaker ?? unnamed) is { } heading) text.AppendLine(Bold(Plain(heading) + ":"));
            text.AppendLine($"{Plain(statement.Text)} {string.Join(' ', statement.Citations.Select(index => $"[{answer.SourceOf(answer.Citations[index]).Number}]").Distinct())}").AppendLine();
        }
        if (answer.Sources.Count == 0) return text.ToString().TrimEnd();
        if (answer.Nearest.Count > 0) text.AppendLine();
        text.AppendLine(Bold(texts["sources", answer.Language]));
        foreach (var source in answer.Sources)
        {
            text.AppendLine(Plain(SourceLine.Of(source, answer.Language, texts)));
            if (source.Url is { } url) text.AppendLine($"    {url}");
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>No document may move the cursor or colour the screen.</summary>
    public static string Plain(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Bold(string words) => Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } ? words : $"\u001b[1m{words}\u001b[0m";
}
