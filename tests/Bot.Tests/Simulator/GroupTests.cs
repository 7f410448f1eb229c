using System.Text.Json;
using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class GroupTests
{
    private const string Kicked = "Forbidden: bot was kicked from the supergroup chat";

    private static string? Words(JsonElement answer) => answer.GetProperty("description").GetString();

    [Fact]
    public async Task A_group_does_not_exist_for_the_bot_until_it_is_added()
    {
        await using var telegram = await StartAsync();
        telegram.Server.AddGroup(Group);

        Assert.Equal("Bad Request: chat not found", Words(await telegram.SendAsync(Group, "hello")));
    }

    [Fact]
    public async Task Being_added_comes_as_a_membership_and_as_a_message()
    {
        await using var telegram = await StartAsync();
        telegram.Server.AddGroup(Group, "Talk");

        var update = telegram.Server.AddBotToGroup(Group, Anna);

        var updates = await telegram.UpdatesAsync();
        var membership = updates[0].GetProperty("my_chat_member");
        var message = updates[1].GetProperty("message");
        Assert.Equal(update, updates[0].GetProperty("update_id").GetInt32());
        Assert.Equal(("left", "member"), (Status(membership, "old_chat_member"), Status(membership, "new_chat_member")));
        Assert.Equal("Talk", membership.GetProperty("chat").GetProperty("title").GetString());
        Assert.True(message.GetProperty("new_chat_members")[0].GetProperty("is_bot").GetBoolean());
    }

    [Theory]
    [InlineData(Group, Kicked)]
    [InlineData(BasicGroup, "Forbidden: bot was kicked from the group chat")]
    public async Task Kicked_out_the_bot_is_told_and_cannot_write(long group, string words)
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.RemoveBotFromGroup(group, Anna);
        telegram.Server.SendText(Anna, "/ask anybody there?", chatId: group);

        var updates = await telegram.UpdatesAsync();
        Assert.Equal(2, updates.Count);
        Assert.Equal("kicked", Status(updates[0].GetProperty("my_chat_member"), "new_chat_member"));
        Assert.True(updates[1].GetProperty("message").TryGetProperty("left_chat_member", out _));
        Assert.Equal((403, words), (Code(await telegram.SendAsync(group, "hello")), Words(await telegram.SendAsync(group, "hello"))));
    }

    [Fact]
    public async Task A_message_names_its_group_sender_and_entities()
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.SendText(Anna, "/ask@simulated_bot who told @anna_k?", chatId: Group);

        var message = await telegram.UpdateAsync("message");
        Assert.Equal((Group, "supergroup", "Talk"), (Chat(message).GetProperty("id").GetInt64(), Chat(message).GetProperty("type").GetString(), Chat(message).GetProperty("title").GetString()));
        Assert.Equal("Anna", message.GetProperty("from").GetProperty("first_name").GetString());
        Assert.Equal(["bot_command", "mention"], message.GetProperty("entities").EnumerateArray().Select(entity => entity.GetProperty("type").GetString()));
        Assert.Equal((0, 18), (message.GetProperty("entities")[0].GetProperty("offset").GetInt32(), message.GetProperty("entities")[0].GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task A_supergroup_counts_its_own_messages_and_a_basic_group_counts_with_the_private_chats()
    {
        await using var telegram = await WithGroupsAsync();

        var inSupergroup = telegram.Server.SendText(Anna, "one", chatId: Group).MessageId;
        var inPrivate = telegram.Server.SendText(Anna, "two").MessageId;
        var inBasicGroup = telegram.Server.SendText(Anna, "three", chatId: BasicGroup).MessageId;

        Assert.Equal(2, inSupergroup);
        Assert.Equal(inPrivate + 1, inBasicGroup);
    }

    [Fact]
    public async Task What_the_bot_writes_in_a_group_can_be_waited_for()
    {
        await using var telegram = await WithGroupsAsync();
        var asked = telegram.Server.SendText(Anna, "/ask", chatId: Group);

        await telegram.CallAsync("sendMessage", new { chat_id = Group, text = "here", reply_parameters = new { message_id = asked.MessageId } });

        var message = await telegram.Server.NextMessageAsync(Group, asked.MessageId, TimeSpan.FromSeconds(5));
        Assert.Equal(("here", (int?)asked.MessageId, 123456789L), (message.Text, message.ReplyToMessageId, message.SenderId));
    }

    [Fact]
    public async Task An_anonymous_administrator_writes_as_the_group()
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.SendAnonymously(Group, "/ask");

        var message = await telegram.UpdateAsync("message");
        Assert.Equal((1087968824, true), (message.GetProperty("from").GetProperty("id").GetInt64(), message.GetProperty("from").GetProperty("is_bot").GetBoolean()));
        Assert.Equal(Group, message.GetProperty("sender_chat").GetProperty("id").GetInt64());
    }

    [Fact]
    public async Task A_channels_post_is_repeated_in_its_discussion_group_by_Telegram()
    {
        await using var telegram = await WithGroupsAsync(privacyMode: false);

        telegram.Server.ForwardFromChannel(Group, Channel, "news");

        var message = await telegram.UpdateAsync("message");
        Assert.Equal(777000, message.GetProperty("from").GetProperty("id").GetInt64());
        Assert.Equal(Channel, message.GetProperty("sender_chat").GetProperty("id").GetInt64());
        Assert.True(message.GetProperty("is_automatic_forward").GetBoolean());
    }

    [Fact]
    public async Task A_channels_post_is_an_update_of_its_own_kind_without_a_sender()
    {
        await using var telegram = await StartAsync();

        telegram.Server.PostInChannel(Channel, "news");

        var post = await telegram.UpdateAsync("channel_post");
        Assert.Equal("channel", Chat(post).GetProperty("type").GetString());
        Assert.False(post.TryGetProperty("from", out _));
    }

    [Fact]
    public async Task A_photo_has_a_caption_with_entities_and_a_sticker_has_no_words()
    {
        await using var telegram = await WithGroupsAsync(privacyMode: false);

        telegram.Server.SendPhoto(Anna, "/ask about this", Group);
        telegram.Server.SendSticker(Anna, Group);

        var updates = await telegram.UpdatesAsync();
        var photo = updates[0].GetProperty("message");
        var sticker = updates[1].GetProperty("message");
        Assert.Equal("/ask about this", photo.GetProperty("caption").GetString());
        Assert.Equal("bot_command", photo.GetProperty("caption_entities")[0].GetProperty("type").GetString());
        Assert.False(photo.TryGetProperty("text", out _));
        Assert.True(sticker.TryGetProperty("sticker", out _));
        Assert.False(sticker.TryGetProperty("text", out _) || sticker.TryGetProperty("caption", out _));
    }

    [Theory]
    [InlineData(Anna, "message_auto_delete_timer_changed")]
    [InlineData(Group, "new_chat_title")]
    public async Task A_service_message_has_no_text(long chat, string field)
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.ServiceMessage(chat, Anna);

        var message = await telegram.UpdateAsync("message");
        Assert.True(message.TryGetProperty(field, out _));
        Assert.False(message.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Edits_and_pressed_buttons_come_from_groups_too()
    {
        await using var telegram = await WithGroupsAsync();
        var asked = telegram.Server.SendText(Anna, "/ask one", chatId: Group);
        await telegram.CallAsync("sendMessage", new { chat_id = Group, text = "choose", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "yes", callback_data = "y" } } } } });
        await telegram.UpdatesAsync();

        telegram.Server.EditText(Anna, asked.MessageId, "/ask two", Group);
        telegram.Server.Press(Borys, asked.MessageId + 1, "y", Group);

        var updates = await telegram.UpdatesAsync();
        Assert.Equal("/ask two", updates[0].GetProperty("edited_message").GetProperty("text").GetString());
        var press = updates[1].GetProperty("callback_query");
        Assert.Equal((Borys, Group), (press.GetProperty("from").GetProperty("id").GetInt64(), Chat(press.GetProperty("message")).GetProperty("id").GetInt64()));
    }

    [Fact]
    public async Task After_migration_the_old_group_names_the_new_one()
    {
        const long Supergroup = -1004;
        await using var telegram = await WithGroupsAsync();

        telegram.Server.MigrateGroup(BasicGroup, Supergroup);

        var updates = await telegram.UpdatesAsync();
        var refused = await telegram.SendAsync(BasicGroup, "hello");
        Assert.Equal(Supergroup, updates[0].GetProperty("message").GetProperty("migrate_to_chat_id").GetInt64());
        Assert.Equal(BasicGroup, updates[1].GetProperty("message").GetProperty("migrate_from_chat_id").GetInt64());
        Assert.Equal("Bad Request: group chat was upgraded to a supergroup chat", Words(refused));
        Assert.Equal(Supergroup, refused.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64());
        Assert.True((await telegram.SendAsync(Supergroup, "hello")).GetProperty("ok").GetBoolean());
    }

    private static JsonElement Chat(JsonElement message) => message.GetProperty("chat");

    private static int Code(JsonElement answer) => answer.GetProperty("error_code").GetInt32();

    private static string? Status(JsonElement membership, string name) => membership.GetProperty(name).GetProperty("status").GetString();
}
