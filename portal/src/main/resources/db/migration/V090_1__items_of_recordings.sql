-- "Is there still a copy at Zoom?", asked for what lies in the bin.
create index zoom_recording_media on zoom_recording using gin (media_ids);
