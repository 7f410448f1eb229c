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

    private static OutgoingMessage Message(string html, int? replyTo = null, params MessageButton[] buttons) => new(7, html, buttons, replyTo);

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
        await api.AnswerButtonAsync(press.QueryId, "Thank you", default);

        Assert.Equal(("language:uk", id), (press.Data, press.MessageId));
        Assert.Equal("Thank you", (await telegram.AnswerToAsync(pressed, TimeSpan.FromSeconds(1))).Text);
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
    public async Task The_bot_is_introduced_to_people_of_each_language()
    {
        await api.SetIntroductionAsync(new Introduction([new BotCommand("help", "How to ask")], "A bot", "Short"), null, default);
        await api.SetIntroductionAsync(new Introduction([new BotCommand("help", "Як питати")], "Бот", "Коротко"), Language.Ukrainian, default);

        Assert.Equal((2, 2, 2), (telegram.Calls("setMyCommands").Count, telegram.Calls("setMyDescription").Count, telegram.Calls("setMyShortDescription").Count));
    }

    [Fact]
    public async Task That_the_bot_is_typing_is_shown()
    {
        telegram.SendText(7, "hello");

        await api.ShowTypingAsync(7, null, default);

        Assert.Contains("typing", Assert.Single(telegram.Calls("sendChatAction")).Json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<b>so &amp; so</b>")]
    public async Task A_preview_is_shown_in_a_private_chat(string html)
    {
        telegram.SendText(7, "hello");

        await api.ShowPreviewAsync(7, 3, html, default);

        Assert.Single(telegram.Calls("sendMessageDraft"));
        await Assert.ThrowsAsync<BotApiException>(() => api.ShowPreviewAsync(-7, 3, html, default));
    }

    [Fact]
    public async Task Plain_text_is_taken_as_it_is()
    {
        telegram.SendText(7, "hello");

        await api.SendMessageAsync(Message("<b>1 < 2</b>") with { IsHtml = false }, default);

        Assert.Equal("<b>1 < 2</b>", Assert.Single(telegram.Messages(7), message => message.FromBot).Text);
    }

    [Fact]
    public async Task A_caption_is_a_text_and_a_sticker_has_none()
    {
        telegram.SendPhoto(7, "Who is this?");
        telegram.SendSticker(7);

        var updates = await api.GetUpdatesAsync(0, NoWait, default);

        Assert.Equal(["Who is this?", null], updates.Select(update => update.Message!.Text));
    }

    [Fact]
    public async Task An_edited_message_is_known_as_one()
    {
        var sent = telegram.SendText(7, "one");
        telegram.EditText(7, sent.MessageId, "two");

        var updates = await api.GetUpdatesAsync(0, NoWait, default);

        Assert.Equal([("one", false), ("two", true)], updates.Select(update => (update.Message!.Text!, update.Message.IsEdited)));
    }

    [Fact]
    public async Task A_message_in_a_forum_comes_with_its_topic_and_is_answered_there()
    {
        telegram.AddGroup(-1001, "Forum", GroupKind.Forum);
        telegram.AddBotToGroup(-1001, 7);
        var topic = telegram.CreateTopic(-1001, "News");
        telegram.SendText(7, "/ask who?", chatId: -1001, threadId: topic);

        var message = (await api.GetUpdatesAsync(0, NoWait, default))[^1].Message!;
        var id = await api.SendMessageAsync(new OutgoingMessage(-1001, "hi", [], message.MessageId, message.ThreadId), default);

        Assert.Equal((topic, false), (message.ThreadId, message.IsPrivate));
        Assert.Equal(topic, telegram.Messages(-1001).Single(sent => sent.MessageId == id).ThreadId);
    }

    [Fact]
    public async Task Who_a_reply_answers_is_known()
    {
        telegram.SendText(7, "hello");
        var id = await api.SendMessageAsync(Message("hi"), default);
        telegram.SendText(7, "why?", replyTo: id);

        var replied = (await api.GetUpdatesAsync(0, NoWait, default))[^1].Message!.ReplyTo!;

        Assert.Equal((id, 123, "hi"), (replied.MessageId, replied.From, replied.Text));
    }

    [Fact]
    public async Task An_anonymous_admin_writes_as_the_group_and_a_channels_posts_say_nothing()
    {
        telegram.AddGroup(-1001);
        telegram.AddBotToGroup(-1001, 7);
        telegram.SendAnonymously(-1001, "/ask who?");
        telegram.ForwardFromChannel(-1001, -1009, "/ask who?");
        telegram.ServiceMessage(-1001, 7);

        var messages = (await api.GetUpdatesAsync(0, NoWait, default)).Select(update => update.Message).OfType<IncomingMessage>();

        Assert.Equal(-1001, Assert.Single(messages).From);
    }

    [Fact]
    public async Task Being_added_to_a_group_and_removed_from_it_is_told()
    {
        telegram.AddGroup(-1001);
        telegram.AddBotToGroup(-1001, 7);
        telegram.RemoveBotFromGroup(-1001, 7);

        var memberships = (await api.GetUpdatesAsync(0, NoWait, default)).Select(update => update.Membership).OfType<GroupMembership>();

        Assert.Equal([(true, false, "uk"), (false, true, "uk")], memberships.Select(change => (change.IsMember, change.WasMember, change.LanguageCode!)));
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_is_told_of_and_named_where_it_is_written_to()
    {
        telegram.AddGroup(-5, kind: GroupKind.Basic);
        telegram.AddBotToGroup(-5, 7);
        telegram.MigrateGroup(-5, -1005);

        var migration = Assert.Single((await api.GetUpdatesAsync(0, NoWait, default)).Select(update => update.Migration).OfType<GroupMigration>());
        var fault = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(new OutgoingMessage(-5, "hi", []), default));

        Assert.Equal(new GroupMigration(-5, -1005), migration);
        Assert.Equal(-1005, fault.MigratedTo);
    }

    [Fact]
    public async Task How_long_Telegram_asks_to_wait_is_known()
    {
        telegram.SendText(7, "hello");
        telegram.Faults.Add(new Fault(FaultKind.TooManyRequests, "sendMessage", duration: TimeSpan.FromSeconds(9)));

        var fault = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(Message("hi"), default));

        Assert.Equal((429, TimeSpan.FromSeconds(9), true), (fault.Code, fault.RetryAfter, fault.IsTransient));
    }

    [Theory]
    [InlineData(FaultKind.CutAfterWork, true)]
    [InlineData(FaultKind.CutBeforeWork, true)]
    [InlineData(FaultKind.BadGateway, true)]
    [InlineData(FaultKind.ServerError, false)]
    public async Task Whether_a_call_without_an_answer_may_have_been_carried_out_is_known(FaultKind kind, bool uncertain)
    {
        telegram.SendText(7, "hello");
        telegram.Faults.Add(new Fault(kind, "sendMessage"));

        var fault = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(Message("hi"), default));

        Assert.Equal((uncertain, true), (fault.IsUncertain, fault.IsTransient));
        // Sent once and no more: no layer below has tried again by itself.
        Assert.Single(telegram.Calls("sendMessage"));
    }

    [Fact]
    public async Task Markup_that_Telegram_cannot_parse_is_told_from_other_refusals()
    {
        telegram.SendText(7, "hello");

        Assert.True((await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(Message("<b>open"), default))).IsBadMarkup);
    }

    [Fact]
    public async Task A_webhook_is_set_looked_at_and_removed()
    {
        await api.SetWebhookAsync(new Uri("http://127.0.0.1:1/telegram"), "0123456789abcdef", default);
        Assert.Equal("http://127.0.0.1:1/telegram", (await api.GetWebhookAsync(default)).Url);

        await api.DeleteWebhookAsync(default);

        Assert.Equal("", (await api.GetWebhookAsync(default)).Url);
    }

    [Fact]
    public void A_posted_update_is_read_as_a_polled_one_is()
    {
        const string Posted = """{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":7,"type":"private","first_name":"A"},"from":{"id":7,"is_bot":false,"first_name":"A","language_code":"uk"},"text":"Хто?"}}""";

        var update = api.ReadUpdate(System.Text.Encoding.UTF8.GetBytes(Posted));

        Assert.Equal((5, 7, "Хто?", "uk"), (update.Id, update.Message!.ChatId, update.Message.Text, update.Message.LanguageCode));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"\ud800\"")]
    public void What_is_no_update_is_refused_as_bad_JSON(string posted) =>
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => api.ReadUpdate(System.Text.Encoding.UTF8.GetBytes(posted)));

    [Fact]
    public void An_update_of_a_kind_unknown_yet_says_nothing() =>
        Assert.Equal(new Update(6), api.ReadUpdate("""{"update_id":6,"thought_transfer":{"from":{"id":7}}}"""u8));

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
        var fault = await Assert.ThrowsAsync<BotApiException>(() => api.SendMessageAsync(new OutgoingMessage(555, "hi", []), default));

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
