using System.Text.Json;
using Bot.Tests.Support;
using ModelApi.Simulator;

namespace Bot.Tests.Web.Chat;

[Collection(InBrowser.Name)]
public sealed class ModelOnThePageTests(Browser browser)
{
    private const string Question = "Чи згоден Путін на європейських миротворців?";
    private const string First = "Дональд Трамп заявив, що Володимир Путін відкритий до європейських миротворців в Україні.";
    private const string Second = "Лавров наголосив, що будь-яке розміщення військ НАТО буде розцінене як пряма загроза суверенітету Росії.";

    private static readonly (string Text, string Speaker, string Quote)[] Statements =
    [
        (First, "Donald Trump", "U.S. President Donald Trump recently claimed that Russian President Vladimir Putin was open to European peacekeepers in Ukraine"),
        ("Путін погодився на європейських миротворців.", "Vladimir Putin", "U.S. President Donald Trump recently claimed that Russian President Vladimir Putin was open to European peacekeepers in Ukraine"),
        (Second, "Sergei Lavrov", "Lavrov had emphasized that any NATO troop deployment would be seen as a direct threat to Russia’s sovereignty."),
    ];

    private static TextReply Answer(ChatRequest request)
    {
        var passages = request.LastUserMessage.Split('\n').Where(line => line.StartsWith("{\"id\":", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        return ModelReply.Text(JsonSerializer.Serialize(new
        {
            status = "answered",
            statements = Statements.Select(statement => new
            {
                text = statement.Text, speaker = statement.Speaker,
                citations = new[] { new { passage = passages.First(passage => passage.GetProperty("text").GetString()!.Contains(statement.Quote, StringComparison.Ordinal)).GetProperty("id").GetString(), quote = statement.Quote } },
            }),
        }));
    }

    [SkippableFact]
    public async Task Statements_come_one_by_one_in_the_askers_language_with_the_sources_words_below()
    {
        await using var model = await ModelBot.StartAsync(request => Answer(request).InPieces(40, TimeSpan.FromMilliseconds(60)));
        await using var service = await PageService.StartAsync(library: model.Library);
        await using var open = await browser.OpenAsync(service.Address, new() { Locale = "uk" });
        await open.Page.GotoAsync("/");
        await open.Page.FillAsync("#question", Question);
        await open.Page.PressAsync("#question", "Enter");

        await open.Page.Locator(".so-far .quote").First.WaitForAsync();
        Assert.Contains(First, await open.Page.Locator(".so-far").InnerTextAsync());
        Assert.DoesNotContain(Second, await open.Page.Locator(".so-far").InnerTextAsync());

        var turn = await open.AnsweredAsync(Question);
        Assert.Equal(2, await turn.Locator(".quote").CountAsync());
        Assert.Equal(0, await open.Page.Locator(".so-far").CountAsync());
        Assert.DoesNotContain("погодився", await turn.InnerTextAsync());
        await turn.Locator("summary").First.ClickAsync();
        Assert.Contains("was open to European peacekeepers in Ukraine", await turn.Locator("details").First.InnerTextAsync());
        await turn.Locator(".cite").First.ClickAsync();
        await open.Page.Locator("#panel #cited").WaitForAsync();
        Assert.Empty(open.Errors);
    }
}
