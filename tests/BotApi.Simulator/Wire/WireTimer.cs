namespace BotApi.Simulator;

/// <summary><c>MessageAutoDeleteTimerChanged</c> in JSON.</summary>
internal sealed record WireTimer(int MessageAutoDeleteTime);
