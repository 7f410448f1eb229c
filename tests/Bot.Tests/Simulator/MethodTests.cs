using System.Text.Json;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class MethodTests
{
    private const long Bot = 123456789;

    private static string Words(JsonElement answer) => answer.TryGetProperty("description", out var words) ? words.GetString()! : "";

    [Theory]
    [InlineData(Anna, 5, "Thinking", "")]
    [InlineData(Anna, 5, "", "")]
    [InlineData(Anna, 0, "Thinking", "Bad Request: RANDOM_ID_INVALID")]
    [InlineData(Group, 5, "Thinking", "Bad Request: TEXTDRAFT_PEER_INVALID")]
    public async Task A_draft_is_shown_in_private_chats_only_and_needs_a_number(long chat, int draft, string text, string words)
    {
        await using var telegram = await WithGroupsAsync();
        telegram.Server.SendText(Anna, "hello");

        var answer = await telegram.CallAsync("sendMessageDraft", new { chat_id = chat, draft_id = draft, text });

        Assert.Equal(words, Words(answer));
        Assert.DoesNotContain(telegram.Server.Messages(chat), message => message.FromBot);
    }

    [Fact]
    public async Task A_draft_is_no_longer_than_a_message()
    {
        await using var telegram = await WithGroupsAsync();
        telegram.Server.SendText(Anna, "hello");

        Assert.True((await telegram.CallAsync("sendMessageDraft", new { chat_id = Anna, draft_id = 1, text = new string('a', 4096) })).GetProperty("ok").GetBoolean());
        Assert.Equal("Bad Request: MESSAGE_TOO_LONG", Words(await telegram.CallAsync("sendMessageDraft", new { chat_id = Anna, draft_id = 1, text = new string('a', 4097) })));
    }

    [Fact]
    public async Task The_bot_deletes_its_own_message_in_a_group_and_not_somebody_elses()
    {
        await using var telegram = await WithGroupsAsync();
        var ofAnna = telegram.Server.SendText(Anna, "/ask", chatId: Group).MessageId;
        await telegram.SendAsync(Group, "here");

        Assert.Equal("Bad Request: message can't be deleted", Words(await telegram.CallAsync("deleteMessage", new { chat_id = Group, message_id = ofAnna })));
        Assert.Equal("", Words(await telegram.CallAsync("deleteMessage", new { chat_id = Group, message_id = ofAnna + 1 })));
        Assert.Equal("Bad Request: message to delete not found", Words(await telegram.CallAsync("deleteMessage", new { chat_id = Group, message_id = ofAnna + 1 })));
    }

    [Theory]
    [InlineData("creator")]
    [InlineData("administrator")]
    [InlineData("kicked")]
    public async Task A_member_is_what_it_was_made(string status)
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.SetMember(Group, Borys, status);

        Assert.Equal(status, await StatusAsync(telegram, Borys));
    }

    [Fact]
    public async Task Who_never_was_in_the_group_has_left_it_and_who_wrote_is_a_member()
    {
        await using var telegram = await WithGroupsAsync();
        telegram.Server.AddUser(3);
        telegram.Server.SendText(Borys, "hello", chatId: Group);

        Assert.Equal(("left", "member", "member"), (await StatusAsync(telegram, 3), await StatusAsync(telegram, Borys), await StatusAsync(telegram, Bot)));
    }

    [Fact]
    public async Task A_chat_tells_what_it_is()
    {
        await using var telegram = await WithGroupsAsync();

        var chat = (await telegram.CallAsync("getChat", new { chat_id = Forum })).GetProperty("result");

        Assert.Equal(("supergroup", "Topics", true), (chat.GetProperty("type").GetString(), chat.GetProperty("title").GetString(), chat.GetProperty("is_forum").GetBoolean()));
    }

    [Fact]
    public async Task Having_left_the_bot_is_told_so_and_cannot_write()
    {
        await using var telegram = await WithGroupsAsync();

        await telegram.CallAsync("leaveChat", new { chat_id = Group });

        var updates = await telegram.UpdatesAsync();
        Assert.Equal("left", updates[0].GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString());
        Assert.Equal("Forbidden: bot is not a member of the supergroup chat", Words(await telegram.SendAsync(Group, "hello")));
        Assert.Equal("Bad Request: can't leave private chats", Words(await telegram.CallAsync("leaveChat", new { chat_id = Anna })));
    }

    [Theory]
    [InlineData("Description", "description", 512, "DESCRIPTION_TOO_LONG")]
    [InlineData("ShortDescription", "short_description", 120, "ABOUT_TOO_LONG")]
    public async Task Descriptions_differ_by_language_and_have_their_limit(string method, string field, int limit, string words)
    {
        await using var telegram = await StartAsync();

        async Task<JsonElement> SetAsync(string text, string language) =>
            await telegram.CallAsync("setMy" + method, new Dictionary<string, string> { [field] = text, ["language_code"] = language });
        async Task<string?> GetAsync(string language) =>
            (await telegram.CallAsync("getMy" + method, new { language_code = language })).GetProperty("result").GetProperty(field).GetString();

        await SetAsync(new string('e', limit), "");
        await SetAsync("українською", "uk");

        Assert.Equal("Bad Request: " + words, Words(await SetAsync(new string('e', limit + 1), "")));
        Assert.Equal(("українською", new string('e', limit)), (await GetAsync("uk"), await GetAsync("pl")));
    }

    private static async Task<string?> StatusAsync(SimulatedTelegram telegram, long user) =>
        (await telegram.CallAsync("getChatMember", new { chat_id = Group, user_id = user })).GetProperty("result").GetProperty("status").GetString();
}
