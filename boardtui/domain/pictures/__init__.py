"""What people would rather look at than read: who came, how the plan was rated, what is due when, actions over time."""
