namespace BotApi.Simulator;

/// <summary><c>ChatMember</c> in JSON. Only those kicked have an end date, zero for never.</summary>
internal sealed record WireMember(WireUser User, string Status)
{
    public int? UntilDate => Status == "kicked" ? 0 : null;
}
