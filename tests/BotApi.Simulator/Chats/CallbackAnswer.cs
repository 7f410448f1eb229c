namespace BotApi.Simulator;

/// <summary>What the bot showed to the user who pressed a button; often nothing.</summary>
public sealed record CallbackAnswer(string Text, bool ShowAlert, string Url);
