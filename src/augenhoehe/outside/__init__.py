"""What reaches out of this machine, and only where somebody has set it up. Rooms know none of it but the ports."""
