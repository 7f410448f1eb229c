using System.Text.Json;
using Bot.Tests.Support;

namespace Bot.Tests.Cli;

public class CommandLineTests
{
    private static Task<BotProcess.Result> Run(params string[] arguments) => BotProcess.RunAsync(arguments);

    private static void IsOneLineOfComplaint(BotProcess.Result result, params string[] words)
    {
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        var line = Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.All(words, word => Assert.Contains(word, line));
    }

    [Fact]
    public async Task Ask_says_who_said_what_and_where_it_stands()
    {
        var result = await Run("ask", "Does Putin agree to European peacekeepers?");

        Assert.Equal((0, ""), (result.ExitCode, result.Errors.Trim()));
        Assert.Contains("Donald Trump:", result.Output);
        Assert.Contains("undated; describes late February 2025 (inferred)", result.Output);
        Assert.DoesNotContain("\u001b", result.Output);
    }

    [Fact]
    public async Task Ask_json_keeps_its_contract()
    {
        var result = await Run("ask", "Хто речник Кремля?", "--json");

        var answer = JsonDocument.Parse(Assert.Single(result.Output.TrimEnd().Split('\n'))).RootElement;
        Assert.Equal(
            ["question", "language", "status", "evidence", "statements", "positions", "citations", "sources", "nearest", "asOf", "composer", "model", "prompt", "elapsedMs", "html"],
            answer.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("uk", "answered", "extractive"), (answer.GetProperty("language").GetString(), answer.GetProperty("status").GetString(), answer.GetProperty("composer").GetString()));
        Assert.Equal(["source", "document", "quote", "start", "end"], answer.GetProperty("citations")[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(["number", "document", "title", "publisher", "published", "covers", "coversBy", "url"], answer.GetProperty("sources")[0].EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Ask_reads_a_question_a_line_and_writes_an_answer_a_line()
    {
        var result = await BotProcess.RunAsync(["ask", "-", "--json"], "Who is Lavrov?\n\nХто такий Пєсков?\n");

        Assert.Equal(["Who is Lavrov?", "", "Хто такий Пєсков?"], result.Output.TrimEnd().Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()));
    }

    [Fact]
    public async Task Ask_writes_no_file()
    {
        var folder = Some.Folder();
        await BotProcess.RunAsync(["ask", "Who is Lavrov?"], null, folder, ("Corpus__Folder", Repository.At("seeds")), ("Corpus__Lexicon", Repository.At("seeds/lexicon.yaml")), ("Corpus__Glossary", Repository.At("seeds/glossary.yaml")), ("Prompts__Folder", Repository.At("prompts")));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Search_ranks_passages_a_line_each()
    {
        var result = await Run("search", "European summit", "--top", "2", "--json");

        var first = JsonDocument.Parse(result.Output.Split('\n')[0]).RootElement;
        Assert.Contains("March 6", first.GetProperty("text").GetString());
        Assert.Equal(2, result.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Corpus_text_is_exactly_what_offsets_refer_to()
    {
        var result = await Run("corpus", "text", "european-peacekeepers-and-the-path-to-peace");

        Assert.Equal(Repository.Library.Index.Current.Corpus.Documents.Single().Text, result.Output);
    }

    [Fact]
    public async Task Corpus_check_fails_when_a_document_is_broken()
    {
        var folder = Some.Folder();
        File.WriteAllText(Path.Combine(folder, "broken.md"), "---\ntitel: x\n---\ntext");

        var result = await Run("corpus", "check", $"--Corpus:Folder={folder}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("broken.md: ", result.Output);
    }

    [Fact]
    public async Task Eval_answers_scores_cases_and_writes_them_in_order()
    {
        var folder = Some.Folder();
        var cases = Path.Combine(folder, "cases.jsonl");
        var output = Path.Combine(folder, "out.jsonl");
        const string Bridge = """ "documents":[{"id":"d1","title":"A bridge","text":"The bridge was opened on 4 May 2011. It carries trains."}] """;
        File.WriteAllText(cases, $$"""
            {"id":"c1","question":"When was the bridge opened?","language":"en",{{Bridge}},"expect":{"status":"answered","quotes":["opened on 4 May 2011"]} }
            {"id":"c2","question":"Who painted the bridge?","language":"en",{{Bridge}},"expect":{"status":"answered"} }
            """);

        var result = await Run("eval", "answers", "--cases", cases, "--out", output, "--json");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal((2, 1), (JsonDocument.Parse(result.Output).RootElement.GetProperty("cases").GetInt32(), JsonDocument.Parse(result.Output).RootElement.GetProperty("passed").GetInt32()));
        Assert.Equal(["c1", "c2"], File.ReadLines(output).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Doctor_finds_nothing_on_a_fresh_checkout()
    {
        var result = await Run("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.All(result.Output.TrimEnd().Split('\n'), line => Assert.StartsWith("ok ", line));
        Assert.Contains("adapters: ", result.Output);
    }

    [Fact]
    public async Task Doctor_names_what_is_broken()
    {
        var result = await Run("doctor", "--Telegram:Token=123:abc", "--Telegram:ApiBaseUrl=http://127.0.0.1:1");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("broken token: ", result.Output);
        Assert.DoesNotContain("123:abc", result.Output);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_in_one_line()
    {
        var folder = Some.Folder();
        File.WriteAllText(Path.Combine(folder, "other.db"), "this is no database, but long enough to be taken for one until it is read");

        var result = await Run("--Telegram:Token=123:abc", "--Telegram:ApiBaseUrl=http://127.0.0.1:1", $"--Storage:Connection=Data Source={Path.Combine(folder, "other.db")}");

        IsOneLineOfComplaint(result, "Storage:Connection", "other.db");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();

        var result = await Run($"--Web:Url=http://127.0.0.1:{((System.Net.IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("bot: Web:Url is", result.Errors);
        Assert.DoesNotContain("   at ", result.Errors);
    }

    [Fact]
    public async Task A_mistyped_command_gets_a_suggestion() => IsOneLineOfComplaint(await Run("aks", "x"), "'aks'", "did you mean 'ask'?");

    [Fact]
    public async Task A_mistyped_option_gets_a_suggestion() => IsOneLineOfComplaint(await Run("ask", "x", "--jsn"), "'--jsn'", "did you mean '--json'?");

    [Fact]
    public async Task A_mistyped_option_before_the_question_is_the_one_named() => IsOneLineOfComplaint(await Run("ask", "--jsno", "hi"), "'--jsno'", "did you mean '--json'?");

    [Fact]
    public async Task A_question_without_quotes_is_told_to_have_some() => IsOneLineOfComplaint(await Run("ask", "Who", "is"), "quotes");

    [Fact]
    public async Task A_missing_question_is_said() => IsOneLineOfComplaint(await Run("ask"), "ask");

    [Theory]
    [InlineData("ask", "x", "--lang", "de")]
    [InlineData("search", "x", "--top", "0")]
    [InlineData("search", "x", "--top", "many")]
    [InlineData("eval", "answers")]
    [InlineData("eval", "answers", "--cases", "no/such/file.yaml")]
    [InlineData("corpus", "text", "no-such-document")]
    [InlineData("corpus")]
    [InlineData("eval")]
    public async Task Wrong_usage_is_said_in_one_line(params string[] arguments) => IsOneLineOfComplaint(await Run(arguments));

    [Theory]
    [InlineData("Corpus__Folder", "no/such/folder", "Corpus:Folder")]
    [InlineData("Corpus__Lexicon", "no/such/file", "Corpus:Lexicon")]
    [InlineData("Prompts__Folder", "no/such/folder", "Prompts:Folder")]
    [InlineData("Storage__Connection", "Host=db;Database=bot", "Storage:Connection")]
    [InlineData("Telegram__ApiBaseUrl", "telegram", "Telegram:ApiBaseUrl")]
    [InlineData("Web__Url", "8080", "Web:Url")]
    [InlineData("Web__Url", "http://0.0.0.0:8080", "Web:Url")]
    [InlineData("Web__Url", "https://127.0.0.1:8080", "Web:Url")]
    [InlineData("Web__PublicUrl", "ask.example.org", "Web:PublicUrl")]
    [InlineData("Web__PublicUrl", "https://ask.example.org/bot", "Web:PublicUrl")]
    [InlineData("Storage__Connection", "Data Source=:memory:", "Storage:Connection")]
    [InlineData("Corpus", "seeds", "Corpus:Folder")]
    public async Task A_wrong_setting_names_itself_and_its_value(string name, string value, string setting) =>
        IsOneLineOfComplaint(await BotProcess.RunAsync(["ask", "x"], null, null, (name, value)), setting, value);

    [Fact]
    public async Task Where_the_public_address_is_set_others_may_be_let_in() =>
        Assert.Equal(0, (await BotProcess.RunAsync(["ask", "x"], null, null, ("Web__Url", "http://0.0.0.0:8080"), ("Web__PublicUrl", "https://ask.example.org"))).ExitCode);

    [Fact]
    public async Task A_wrong_token_is_refused_and_not_shown()
    {
        var result = await BotProcess.RunAsync(["ask", "x"], null, null, ("Telegram__Token", "secret"));

        IsOneLineOfComplaint(result, "Telegram:Token");
        Assert.DoesNotContain("secret", result.Errors);
    }

    [Fact]
    public async Task An_unknown_setting_gets_a_suggestion() =>
        IsOneLineOfComplaint(await BotProcess.RunAsync(["ask", "x"], null, null, ("Telegram__Tokn", "1")), "Telegram:Tokn", "did you mean Telegram:Token?");

    [Theory]
    [InlineData("--Telgram:Token=1", "did you mean Telegram:Token?")]
    [InlineData("--Corpus:Folder", "needs a value")]
    public async Task A_wrong_setting_on_the_command_line_is_named(string setting, string words) => IsOneLineOfComplaint(await Run("ask", "x", setting), words);

    [Fact]
    public async Task Broken_settings_files_are_said_in_one_line()
    {
        var folder = Some.Folder();
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{ \"Corpus\": ");

        IsOneLineOfComplaint(await BotProcess.RunAsync(["ask", "x"], null, folder), "appsettings.json");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("corpus", "list", "--help")]
    [InlineData("eval", "answers", "--help")]
    public async Task There_is_help_everywhere(params string[] arguments)
    {
        var result = await Run(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Usage:", result.Output);
    }
}
