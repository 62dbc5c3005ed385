"""The outbox as this floor knows it: whom a message is for, why, who watches over it, and sending again."""
