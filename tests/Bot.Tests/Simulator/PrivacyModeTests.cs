using static Bot.Tests.Simulator.SimulatedTelegram;

namespace Bot.Tests.Simulator;

public class PrivacyModeTests
{
    [Theory]
    [InlineData("hello all", false)]
    [InlineData("/ask who", true)]
    [InlineData("/ask@Simulated_Bot who", true)]
    [InlineData("/ask@other_bot who", false)]
    [InlineData("try /ask", false)]
    [InlineData("what do you say, @simulated_bot?", true)]
    [InlineData("what do you say, @other_bot?", false)]
    public async Task The_bot_gets_what_is_meant_for_it(string text, bool reached)
    {
        await using var telegram = await WithGroupsAsync();

        var sent = telegram.Server.SendText(Anna, text, chatId: Group);

        Assert.Equal(reached, sent.UpdateId is not null);
        Assert.Equal(reached ? 1 : 0, (await telegram.UpdatesAsync()).Count);
    }

    [Fact]
    public async Task An_answer_to_the_bot_reaches_it_and_an_answer_to_somebody_else_does_not()
    {
        await using var telegram = await WithGroupsAsync();
        var ofAnna = telegram.Server.SendText(Anna, "hello", chatId: Group).MessageId;
        await telegram.SendAsync(Group, "I am here");

        Assert.NotNull(telegram.Server.SendText(Borys, "good", ofAnna + 1, Group).UpdateId);
        Assert.Null(telegram.Server.SendText(Borys, "good", ofAnna, Group).UpdateId);
    }

    [Fact]
    public async Task Turned_off_the_bot_gets_everything()
    {
        await using var telegram = await WithGroupsAsync(privacyMode: false);

        Assert.NotNull(telegram.Server.SendText(Anna, "hello all", chatId: Group).UpdateId);
        Assert.True((await telegram.CallAsync("getMe")).GetProperty("result").GetProperty("can_read_all_group_messages").GetBoolean());
    }

    [Fact]
    public async Task An_administrator_gets_everything()
    {
        await using var telegram = await WithGroupsAsync();

        telegram.Server.SetMember(Group, 123456789, "administrator");

        Assert.NotNull(telegram.Server.SendText(Anna, "hello all", chatId: Group).UpdateId);
    }
}
