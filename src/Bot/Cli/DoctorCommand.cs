using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Bot.Answering;
using Bot.Configuration;
using Bot.LanguageModels;
using Bot.Operations;
using Bot.Storage;
using Bot.Telegram;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Cli;

/// <summary>`doctor`: checks what the bot needs, a line each; exit code 1 if anything is broken.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var command = new Command("doctor", "Check settings, database, corpus, prompts, token and model; exit code 1 if anything is broken.");
        command.SetAction((_, stop) => RunAsync(settings, stop));
        return command;
    }

    private static async Task<int> RunAsync(CommandLine.SettingsArguments arguments, CancellationToken stop)
    {
        var report = new Report();
        report.Say("adapters", null, BuildInfo.Adapters);
        if (report.Try("settings", () => (arguments.Read(), "each has an allowed value")) is not { } settings) return CommandLine.Failed;
        var library = report.Try("vocabulary, texts and policy", () => Opened(settings));
        if (library is not null)
        {
            var corpus = library.Index.Current.Corpus;
            var problems = corpus.Problems.Count == 0 ? null : string.Join("; ", corpus.Problems.Select(problem => $"{problem.File} {problem.Reason}"));
            report.Say("corpus", problems ?? (corpus.Documents.Count == 0 ? $"there is no document in '{settings.Corpus.Folder}'; put a .md, .txt or .html file there" : null), $"{corpus.Documents.Count} documents in '{settings.Corpus.Folder}'");
        }
        report.Try("prompts", () => (new Prompts(settings.Prompts.Folder), $"versions {string.Join(", ", new Prompts(settings.Prompts.Folder).All.Select(prompt => $"{prompt.Hash} of '{prompt.Name}'"))}"));
        report.Try("database", () => (settings.Storage, CheckDatabase(settings.Storage)));
        await CheckTokenAsync(report, settings.Telegram, stop);
        await CheckModelAsync(report, settings, stop);
        if (settings.Model.Embeds) await CheckEmbeddingsAsync(report, settings, library, stop);
        return report.AllWell ? CommandLine.Done : CommandLine.Failed;
    }

    private static (Library, string) Opened(BotSettings settings)
    {
        var library = Library.Open(settings);
        return (library, $"{library.Lexicon.Entities.Count} names, {library.Texts.Keys.Count} texts in three languages, {library.Policy.Rules.Count} rules");
    }

    /// <summary>An existing file is opened and checked; one that is not there yet is not made.</summary>
    private static string CheckDatabase(StorageSettings settings)
    {
        var file = new SqliteConnectionStringBuilder(settings.Connection).DataSource;
        if (!File.Exists(file))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            return Directory.Exists(folder) ? $"'{file}' will be made at the first start" : throw new InvalidDataException($"'{file}' cannot be made: there is no folder '{folder}'");
        }
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder(settings.Connection) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        database.Open();
        if (database.ExecuteScalar<int>("PRAGMA user_version") is var version && version > Schema.Steps.Count)
            throw new InvalidDataException($"'{file}' was written by a newer version of the bot (schema {version}, this one knows {Schema.Steps.Count})");
        return database.ExecuteScalar<string>("PRAGMA quick_check") is var found and not "ok" ? throw new InvalidDataException($"'{file}' is damaged: {found}") : $"'{file}' is sound";
    }

    private static async Task CheckTokenAsync(Report report, TelegramSettings settings, CancellationToken stop)
    {
        if (settings.Token.Length == 0)
        {
            report.Say("token", null, "none set; the bot serves its local page");
            return;
        }
        using var http = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            var api = BotApiAdapter.Create(http, settings);
            report.Say("token", null, $"Telegram knows it as @{await api.GetUserNameAsync(limit.Token)}");
            SayWebhook(report, settings, await api.GetWebhookAsync(limit.Token));
        }
        catch (BotApiException fault)
        {
            report.Say("token", fault.Code == 401 ? "Telegram does not know it; get one from @BotFather" : $"{settings.ApiBaseUrl} does not answer as Telegram does: {fault.Message}", "");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            report.Say("token", $"{settings.ApiBaseUrl} does not answer within {Patience.TotalSeconds} s", "");
        }
    }

    /// <summary>Asks the model to write a few words: whatever is wrong with address, key, name or prompt shows then.</summary>
    private static async Task CheckModelAsync(Report report, BotSettings settings, CancellationToken stop)
    {
        if (!settings.Model.Composes)
        {
            report.Say("model", null, "none set; answers are verbatim sentences");
            return;
        }
        using var http = new HttpClient();
        using var calls = new ModelCalls(LanguageModelAdapter.Create(http, settings.Model), settings.Model with { SecondsPerCall = (int)Patience.TotalSeconds }, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var variables = new Dictionary<string, string> { ["earlier"] = "What did Macron say?", ["question"] = "And Starmer?" };
            await calls.WriteAsync(new Prompts(settings.Prompts.Folder).StandaloneQuestion, variables, null, _ => true, stop);
            report.Say("model", null, string.Create(CultureInfo.InvariantCulture, $"'{settings.Model.Name}' at {settings.Model.Endpoint} writes within {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"));
        }
        catch (Exception fault) when (fault is ModelException or YamlFileException)
        {
            report.Say("model", fault.Message, "");
        }
    }

    private static async Task CheckEmbeddingsAsync(Report report, BotSettings settings, Library? library, CancellationToken stop)
    {
        using var http = new HttpClient();
        using var model = new EmbeddingModel(http, settings.Model, TimeProvider.System);
        try
        {
            var dimensions = (await model.EmbedAsync(["What did Macron say?"], Patience, stop))[0].Length;
            var kept = library?.Embeddings?.Load(library.Index.Current.Corpus) is var (embedded, passages) ? $"; {embedded} of {passages} passages are embedded" : "";
            report.Say("embeddings", null, $"'{model.Name}' at {settings.Model.Endpoint} gives vectors of {dimensions} dimensions{kept}");
        }
        catch (Exception fault) when (fault is ModelException or SqliteException)
        {
            report.Say("embeddings", fault.Message, "");
        }
    }

    private static void SayWebhook(Report report, TelegramSettings settings, WebhookState state)
    {
        if (settings.Mode == TelegramMode.Polling) report.Say("updates", null, state.Url.Length == 0 ? "polled" : $"polled; the webhook that is set, {state.Url}, will be removed at start");
        else report.Say("updates", state.Trouble, state.Url.Length == 0 ? $"will be posted to {settings.WebhookUrl}" : $"posted to {state.Url}; {state.Waiting} wait");
    }

    private sealed class Report
    {
        public bool AllWell { get; private set; } = true;

        public void Say(string what, string? fault, string fine)
        {
            AllWell &= fault is null;
            Console.Out.WriteLine($"{(fault is null ? "ok    " : "broken")} {what}: {(fault ?? fine).ReplaceLineEndings(" ")}");
        }

        public T? Try<T>(string what, Func<(T Result, string Fine)> check)
            where T : class
        {
            try
            {
                var (result, fine) = check();
                Say(what, null, fine);
                return result;
            }
            catch (Exception fault) when (fault is SettingsException or YamlFileException or SqliteException or InvalidDataException or ArgumentException or IOException or UnauthorizedAccessException)
            {
                Say(what, FaultWords.Explain(fault) ?? fault.Message, "");
                return null;
            }
        }
    }
}
