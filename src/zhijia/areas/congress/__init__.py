"""Congress (职代会、教代会、会员代表大会): terms and delegates, sittings, elections, proposals."""
