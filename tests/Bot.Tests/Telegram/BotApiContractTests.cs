using Bot.Configuration;
using Bot.Linguistics;
using Bot.Telegram;
using BotApi.Simulator;

namespace Bot.Tests.Telegram;

/// <summary>What the bot relies on of the Bot API port, asked of whichever adapter this build has.</summary>
public sealed class BotApiContractTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan NoWait = TimeSpan.Zero;

    private readonly HttpClient http = new();
    private BotApiServer telegram = null!;
    private IBotApi api = null!;

    public async Task InitializeAsync()
    {
        telegram = await BotApiServer.StartAsync(new BotApiOptions { Token = "123:abc" });
        telegram.AddUser(7, languageCode: "uk");
        api = BotApiAdapter.Create(http, new TelegramSettings { Token = telegram.Token, ApiBaseUrl = telegram.BaseUrl });
    }

    public async Task DisposeAsync() => await telegram.DisposeAsync();

    public void Dispose() => http.Dispose();

    private static OutgoingMessage Message(string html, int? replyTo = null, params MessageButton[] buttons) => new(7, html, replyTo, buttons);

    private async Task<Update> NextUpdateAsync(long offset = 0) => Assert.Single(await api.GetUpdatesAsync(offset, NoWait, default));

    [Fact]
    public async Task It_knows_its_own_name() => Assert.Equal("simulated_bot", await api.GetUserNameAsync(default));

    [Fact]
    public async Task A_message_comes_with_its_words_chat_and_language()
    {
        telegram.SendText(7, "Хто речник?");

        var message = (await NextUpdateAsync()).Message!;

        Assert.Equal((7, true, "Хто речник?", "uk"), (message.ChatId, message.IsPrivate, message.Text, message.LanguageCode));
    }

    [Fact]
    public async Task What_an_offset_passes_does_not_come_again()
    {
        telegram.SendText(7, "one");
        var first = await NextUpdateAsync();
        telegram.SendText(7, "two");

        Assert.Equal("two", (await NextUpdateAsync(first.Id + 1)).Message!.Text);
    }

    [Fact]
    public async Task A_sent_message_arrives_formatted_and_in_reply()
    {
        var asked = telegram.SendText(7, "hello");

        var id = await api.SendMessageAsync(Message("<b>Hi</b> &amp; bye", asked.MessageId), default);

        var message = Assert.Single(telegram.Messages(7), message => message.FromBot);
        Assert.Equal((id, "Hi & bye", asked.MessageId, true), (message.MessageId, message.Text, message.ReplyToMessageId, message.LinkPreviewDisabled));
        Assert.Equal("bold", Assert.Single(message.Entities).Type);
    }

    [Fact]
    public async Task A_reply_to_a_message_that_is_gone_is_sent_all_the_same()
    {
        telegram.SendText(7, "hello");

        await api.SendMessageAsync(Message("still here", replyTo: 99_999), default);

        Assert.Single(telegram.Messages(7), message => message.FromBot);
    }

    [Fact]
    public async Task A_pressed_button_comes_with_its_data_and_is_acknowledged()
    {
        telegram.SendText(7, "hello");
        var id = await api.SendMessageAsync(Message("choose", null, new MessageButton("Українська", "language:uk")), default);
        var offset = (await NextUpdateAsync()).Id + 1;
        var pressed = telegram.Press(7, id, "language:uk");

        var press = (await NextUpdateAsync(offset)).Press!;
        await api.AnswerButtonAsync(press.QueryId, default);

        Assert.Equal(("language:uk", id), (press.Data, press.MessageId));
        await telegram.AnswerToAsync(pressed, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task An_edit_replaces_the_text_and_one_that_changes_nothing_is_no_error()
    {
        telegram.SendText(7, "hello");
        var id = await api.SendMessageAsync(Message("one"), default);

        await api.EditMessageAsync(id, Message("two"), default);
        await api.EditMessageAsync(id, Message("two"), default);

        Assert.Equal("two", Assert.Single(telegram.Messages(7), message => message.FromBot).Text);
    }

    [Fact]
    public async Task Commands_are_set_per_language()
    {
        await api.SetCommandsAsync([new BotCommand("help", "How to ask")], null, default);
        await api.SetCommandsAsync([new BotCommand("help", "Як питати")], Language.Ukrainian, default);

        Assert.Equal(2, telegram.Calls("setMyCommands").Count);
    }

    [Fact]
    public async Task A_wrong_token_is_told_from_a_server_that_is_down()
    {
        var wrong = BotApiAdapter.Create(http, new TelegramSettings { Token = "999:wrong", ApiBaseUrl = telegram.BaseUrl });
        var down = BotApiAdapter.Create(http, new TelegramSettings { Token = "123:abc", ApiBaseUrl = new Uri("http://127.0.0.1:1") });

        var refused = await Assert.ThrowsAsync<BotApiException>(() => wrong.GetUserNameAsync(default));
        var unreachable = await Assert.ThrowsAsync<BotApiException>(() => down.GetUserNameAsync(default));

        Assert.Equal((401, 0), (refused.Code, unreachable.Code));
        // Neither is the fault of the message: it waits until the token or the way is mended.
        Assert.True(refused.IsTransient && unreachable.IsTransient);
    }

    [Fact]
    public async Task A_refusal_for_good_is_told_as_such()
    {
        var fault = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(new OutgoingMessage(555, "hi", null, []), default));

        Assert.Equal((400, false), (fault.Code, fault.IsTransient));
        Assert.Contains("chat not found", fault.Message);
    }

    [Fact]
    public async Task No_error_holds_the_token()
    {
        var down = BotApiAdapter.Create(http, new TelegramSettings { Token = "123:planted-token", ApiBaseUrl = new Uri("http://127.0.0.1:1") });

        var fault = await Assert.ThrowsAsync<BotApiException>(() => down.GetUserNameAsync(default));

        Assert.DoesNotContain("planted-token", fault.ToString());
    }
}
