using System.CommandLine;
using System.Text;
using Bot.Answering;
using Bot.Citations;
using Bot.Conversations;
using Bot.Linguistics;
using Bot.Presentation;
using Bot.Telegram;

namespace Bot.Cli;

/// <summary>`ask "question"`: one answer; `ask -`: one question a line in, one answer a line out.</summary>
internal static class AskCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var question = new Argument<string>("question") { Description = "What to ask; '-' reads one question a line from standard input, and writes one answer a line." };
        var json = new Option<bool>("--json") { Description = "Write the answer as one line of JSON." };
        var language = new Option<string?>("--lang") { Description = "The language of the question, and so of the answer's frame: en, uk or ru; found out by itself otherwise." };
        language.AcceptOnlyFromAmong([.. LanguageCodes.All]);
        var command = new Command("ask", "Answer a question. Writes no database.") { question, json, language };
        command.SetAction(async (parsed, stop) =>
        {
            var library = CommandLine.OpenLibrary(settings.Read());
            Language? asked = LanguageCodes.TryParse(parsed.GetValue(language), out var code) ? code : null;
            var write = parsed.GetValue(json) ? (Func<CheckedAnswer, string>)(answer => AnswerJson.Of(answer, library.Texts).ToLine()) : answer => AnswerText.Render(answer, library.Texts, Terminal.Bold);
            if (parsed.GetValue(question) is not "-" and var text)
            {
                Console.Out.WriteLine(write(await AnswerAsync(library, text!, asked, stop)));
                return CommandLine.Done;
            }
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            while (await input.ReadLineAsync(stop) is { } line) Console.Out.WriteLine(OneLine(write(await AnswerAsync(library, line, asked, stop))));
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<CheckedAnswer> AnswerAsync(Library library, string text, Language? language, CancellationToken stop)
    {
        var question = Question.Of(text);
        var answer = await library.Pipeline.AnswerAsync(language is { } asked ? question with { Language = asked } : question, library.Index.Current, stop: stop);
        if (answer.NotByModel is { } reason) await Console.Error.WriteLineAsync($"Verbatim sentences, since {reason}.");
        foreach (var dropped in answer.Dropped) await Console.Error.WriteLineAsync($"Dropped: \"{dropped.Text}\", since {dropped.Fault}.");
        return answer;
    }

    private static string OneLine(string text) => string.Join(" | ", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
