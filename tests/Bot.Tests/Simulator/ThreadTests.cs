using BotApi.Simulator;
using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class ThreadTests
{
    [Fact]
    public async Task A_message_in_a_topic_names_the_topic_and_a_chat_with_topics_says_so()
    {
        await using var telegram = await WithGroupsAsync();
        var topic = telegram.Server.CreateTopic(Forum, "Questions");
        await telegram.UpdatesAsync();

        telegram.Server.SendText(Anna, "/ask", chatId: Forum, threadId: topic);

        var message = await telegram.UpdateAsync("message");
        Assert.Equal(topic, message.GetProperty("message_thread_id").GetInt32());
        Assert.True(message.GetProperty("is_topic_message").GetBoolean());
        Assert.True(message.GetProperty("chat").GetProperty("is_forum").GetBoolean());
        // What answers nothing else answers the message that began the topic.
        Assert.Equal("Questions", message.GetProperty("reply_to_message").GetProperty("forum_topic_created").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_bot_writes_into_the_topic_it_names()
    {
        await using var telegram = await WithGroupsAsync();
        var topic = telegram.Server.CreateTopic(Forum, "Questions");

        await telegram.CallAsync("sendMessage", new { chat_id = Forum, text = "hello", message_thread_id = topic });

        Assert.Equal(topic, (await telegram.Server.NextMessageAsync(Forum, 0, TimeSpan.FromSeconds(5))).ThreadId);
    }

    [Theory]
    [InlineData(Forum, 1)]
    [InlineData(Forum, 99)]
    [InlineData(Anna, 99)]
    public async Task A_thread_that_does_not_exist_is_refused(long chat, int thread)
    {
        await using var telegram = await WithGroupsAsync();
        telegram.Server.SendText(Anna, "hello");

        var refused = await telegram.CallAsync("sendMessage", new { chat_id = chat, text = "hello", message_thread_id = thread });

        Assert.Equal("Bad Request: message thread not found", refused.GetProperty("description").GetString());
    }

    [Fact]
    public async Task Outside_forums_answers_make_threads_and_the_bots_choice_is_ignored()
    {
        await using var telegram = await WithGroupsAsync();
        var first = telegram.Server.SendText(Anna, "/ask", chatId: Group);
        await telegram.UpdatesAsync();

        telegram.Server.SendText(Borys, "/ask me too", first.MessageId, Group);
        var sent = await telegram.CallAsync("sendMessage", new { chat_id = Group, text = "hello", message_thread_id = 99 });

        var message = await telegram.UpdateAsync("message");
        Assert.Equal(first.MessageId, message.GetProperty("message_thread_id").GetInt32());
        Assert.False(message.TryGetProperty("is_topic_message", out _));
        Assert.False(sent.GetProperty("result").TryGetProperty("message_thread_id", out _));
    }
}
