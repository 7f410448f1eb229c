using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering;
using Bot.Conversations;
using Bot.Retrieval;

namespace Bot.Cli;

/// <summary>`search "query"`: the passages retrieval ranks highest.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandLine.SettingsArguments settings)
    {
        var query = new Argument<string>("query") { Description = "Words or a question." };
        var top = new Option<int>("--top") { Description = "How many passages.", DefaultValueFactory = _ => 10 };
        top.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var count) || count < 1)) result.AddError("--top takes a number from 1 up");
        });
        var json = new Option<bool>("--json") { Description = "Write one line of JSON a passage." };
        var command = new Command("search", "Rank passages of the documents.") { query, top, json };
        command.SetAction(async (parsed, stop) =>
        {
            var library = CommandLine.OpenLibrary(settings.Read());
            var index = library.Index.Current;
            var ranked = await library.Search.RankAsync(library.Queries.Read(Question.Of(parsed.GetValue(query)!), index), index, parsed.GetValue(top), stop);
            if (parsed.GetValue(json)) WriteJson(ranked);
            else Table.Write(["Rank", "Score", "Document", "Span", "Passage"], ranked.Index().Select(Row));
            return CommandLine.Done;
        });
        return command;
    }

    private static IReadOnlyList<string> Row((int Index, RankedPassage Item) ranked)
    {
        var (passage, score) = ranked.Item;
        return [$"{ranked.Index + 1}", score.ToString("F2", CultureInfo.InvariantCulture), passage.Document.Id, $"{passage.Span.Start}-{passage.Span.End}", passage.Text.ReplaceLineEndings(" ")];
    }

    private static void WriteJson(IEnumerable<RankedPassage> ranked)
    {
        foreach (var ((passage, score), index) in ranked.Select((one, index) => (one, index)))
            Console.Out.WriteLine(JsonSerializer.Serialize(new PassageJson(index + 1, Math.Round(score, 4), passage.Document.Id, passage.Span.Start, passage.Span.End, passage.Text), SearchJsonContext.Readable.PassageJson));
    }
}

internal sealed record PassageJson(int Rank, double Score, string Document, int Start, int End, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PassageJson))]
internal sealed partial class SearchJsonContext : JsonSerializerContext
{
    public static SearchJsonContext Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
