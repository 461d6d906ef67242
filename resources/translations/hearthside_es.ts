<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Ver en:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>Ficheros de &amp;tipo:</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>A collection needs a name</source>
        <translation>Una colección necesita un nombre</translation>
    </message>
    <message>
        <source>A feed's address looks like https://example.org/feed.xml.</source>
        <translation>La dirección de un canal es como https://example.org/feed.xml.</translation>
    </message>
    <message>
        <source>A sitting is under way</source>
        <translation>Hay una sesión en curso</translation>
    </message>
    <message>
        <source>A sitting is under way already</source>
        <translation>Ya hay una sesión en marcha</translation>
    </message>
    <message>
        <source>A sitting needs a name</source>
        <translation>Una sesión necesita un nombre</translation>
    </message>
    <message>
        <source>A sound of this sitting cannot be read</source>
        <translation>No se puede leer un sonido de esta sesión</translation>
    </message>
    <message>
        <source>A speaker needs a name</source>
        <translation>Un orador necesita un nombre</translation>
    </message>
    <message>
        <source>Add it anew.</source>
        <translation>Añádela de nuevo.</translation>
    </message>
    <message>
        <source>Another Hearthside is restoring</source>
        <translation>Otro Hearthside está restaurando</translation>
    </message>
    <message>
        <source>Ask its publisher for a shorter feed.</source>
        <translation>Pide a quien lo publica un canal más corto.</translation>
    </message>
    <message>
        <source>Begin the sitting again.</source>
        <translation>Empieza la sesión de nuevo.</translation>
    </message>
    <message>
        <source>Check that the folder for recordings is there and may be written to.</source>
        <translation>Comprueba que la carpeta de grabaciones existe y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk, then try again.</source>
        <translation>Comprueba que hay espacio en el disco e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Check the address, or try again later.</source>
        <translation>Comprueba la dirección o inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Comprueba la dirección.</translation>
    </message>
    <message>
        <source>Check the connection to the internet.</source>
        <translation>Comprueba la conexión a internet.</translation>
    </message>
    <message>
        <source>Check the connection to the internet; what you have downloaded plays without it.</source>
        <translation>Comprueba la conexión a internet; lo que has descargado suena sin ella.</translation>
    </message>
    <message>
        <source>Check the disk and the folder's permissions, then open Hearthside again.</source>
        <translation>Comprueba el disco y los permisos de la carpeta y abre Hearthside de nuevo.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Comprueba el disco e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Check the folder's permissions.</source>
        <translation>Comprueba los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>Check this computer's date and time, or sign in to the network you are on.</source>
        <translation>Comprueba la fecha y la hora del equipo, o inicia sesión en la red en la que estás.</translation>
    </message>
    <message>
        <source>Choose a file that ends in .opml or .xml.</source>
        <translation>Elige un archivo que termine en .opml o .xml.</translation>
    </message>
    <message>
        <source>Choose a longer time between bells.</source>
        <translation>Elige más tiempo entre campanas.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .csv or .json.</source>
        <translation>Elige un nombre que termine en .csv o .json.</translation>
    </message>
    <message>
        <source>Choose a name that ends in .json, .opml, .m3u8 or .m3u.</source>
        <translation>Elige un nombre que termine en .json, .opml, .m3u8 o .m3u.</translation>
    </message>
    <message>
        <source>Choose a recording, such as an MP3.</source>
        <translation>Elige una grabación, por ejemplo un MP3.</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Elige otra copia de seguridad.</translation>
    </message>
    <message>
        <source>Choose another collection, or change its filter.</source>
        <translation>Elige otra colección o cambia su filtro.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elige otro archivo.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another length.</source>
        <translation>Elige otra duración.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elige otro nombre.</translation>
    </message>
    <message>
        <source>Choose another one with --home, or mend its permissions.</source>
        <translation>Elige otra con --home o corrige sus permisos.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elige otra.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elige otro lugar.</translation>
    </message>
    <message>
        <source>Choose fewer strikes.</source>
        <translation>Elige menos golpes.</translation>
    </message>
    <message>
        <source>Choose of these: {1}.</source>
        <translation>Elige entre estos: {1}.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Elige uno de estos.</translation>
    </message>
    <message>
        <source>Choose one of {1}.</source>
        <translation>Elige uno de {1}.</translation>
    </message>
    <message>
        <source>Choose the folder that the tapes are in.</source>
        <translation>Elige la carpeta en la que están las cintas.</translation>
    </message>
    <message>
        <source>Choose vlc or auto.</source>
        <translation>Elige vlc o auto.</translation>
    </message>
    <message>
        <source>Close it first.</source>
        <translation>Ciérralo antes.</translation>
    </message>
    <message>
        <source>Close its window first.</source>
        <translation>Cierra antes su ventana.</translation>
    </message>
    <message>
        <source>Close that program, then try again.</source>
        <translation>Cierra ese programa e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Close what plays it, or check the folder for recordings, then try again.</source>
        <translation>Cierra lo que la reproduce o comprueba la carpeta de grabaciones, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Connect it, or check the folder for recordings.</source>
        <translation>Conéctalo o comprueba la carpeta de grabaciones.</translation>
    </message>
    <message>
        <source>Could not refresh {1}</source>
        <translation>No se pudo actualizar {1}</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>se superó el límite de espacio en el disco</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Descárgala de nuevo.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Descárgala primero.</translation>
    </message>
    <message>
        <source>End it first.</source>
        <translation>Termínala antes.</translation>
    </message>
    <message>
        <source>Enter another date or time.</source>
        <translation>Escribe otra fecha u hora.</translation>
    </message>
    <message>
        <source>Enter another length.</source>
        <translation>Escribe otra duración.</translation>
    </message>
    <message>
        <source>Episode {1} cannot be downloaded</source>
        <translation>No se puede descargar la grabación {1}</translation>
    </message>
    <message>
        <source>Everything you have is kept.</source>
        <translation>Todo lo que tienes se conserva.</translation>
    </message>
    <message>
        <source>Export it again from the app that it comes from.</source>
        <translation>Expórtalo de nuevo desde la aplicación de la que viene.</translation>
    </message>
    <message>
        <source>Export them again.</source>
        <translation>Expórtalos de nuevo.</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>el archivo ya existe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>el nombre del archivo es demasiado largo</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Libera algo de espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Libera algo de espacio.</translation>
    </message>
    <message>
        <source>Free some space: it goes on from there, and nothing that came is lost.</source>
        <translation>Libera algo de espacio: seguirá desde ahí y no se pierde nada de lo recibido.</translation>
    </message>
    <message>
        <source>Give a word or two.</source>
        <translation>Escribe una o dos palabras.</translation>
    </message>
    <message>
        <source>Give it one.</source>
        <translation>Dale uno.</translation>
    </message>
    <message>
        <source>Give their numbers.</source>
        <translation>Da sus números.</translation>
    </message>
    <message>
        <source>HEARTHSIDE_AUDIO is “{1}”</source>
        <translation>HEARTHSIDE_AUDIO es “{1}”</translation>
    </message>
    <message>
        <source>Hearthside did not write it</source>
        <translation>no lo escribió Hearthside</translation>
    </message>
    <message>
        <source>Hearthside is open</source>
        <translation>Hearthside está abierto</translation>
    </message>
    <message>
        <source>Hearthside is open already</source>
        <translation>Hearthside ya está abierto</translation>
    </message>
    <message>
        <source>Hearthside made a mistake of its own</source>
        <translation>Hearthside cometió un error propio</translation>
    </message>
    <message>
        <source>How this recording sounds cannot be told: it is damaged, or there is no sound in it.</source>
        <translation>No se puede saber cómo suena esta grabación: está dañada o no tiene sonido.</translation>
    </message>
    <message>
        <source>If it is on a disk or stick that is not connected, connect it and refresh.</source>
        <translation>Si está en un disco o una memoria sin conectar, conéctalo y actualiza.</translation>
    </message>
    <message>
        <source>If it is on a disk or stick, connect that, then try again.</source>
        <translation>Si está en un disco o una memoria, conéctalo y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>If it is on a disk or stick, connect that. If you took it out of the folder, put it back.</source>
        <translation>Si está en un disco o una memoria, conéctalo. Si lo sacaste de la carpeta, devuélvelo a ella.</translation>
    </message>
    <message>
        <source>If you trust that address, add it yourself.</source>
        <translation>Si confías en esa dirección, añádela por tu cuenta.</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>error de lectura o escritura</translation>
    </message>
    <message>
        <source>Install VLC (the package is called vlc).</source>
        <translation>Instala VLC (el paquete se llama vlc).</translation>
    </message>
    <message>
        <source>Install the newer version here too.</source>
        <translation>Instala también aquí la versión más nueva.</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation>Instala la versión más nueva; no se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>It can be tried again later.</source>
        <translation>Se puede intentar más tarde.</translation>
    </message>
    <message>
        <source>It can be {1} to {2}, or nothing.</source>
        <translation>Puede ir de {1} a {2}, o quedar vacío.</translation>
    </message>
    <message>
        <source>It is playing now.</source>
        <translation>Ya está sonando.</translation>
    </message>
    <message>
        <source>It may be found elsewhere.</source>
        <translation>Quizá se encuentre en otro sitio.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted.</source>
        <translation>Quizá se haya movido o borrado.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted; download it again.</source>
        <translation>Quizá se movió o se borró; descárgala de nuevo.</translation>
    </message>
    <message>
        <source>Left out of the playlist: {1}, which are not on this computer and whose addresses are private.</source>
        <translation>Fuera de la lista: {1}, que no están en este equipo y cuyas direcciones son privadas.</translation>
    </message>
    <message>
        <source>Listen to this after it.</source>
        <translation>Escucha esto después de ella.</translation>
    </message>
    <message>
        <source>Look for them among the speakers, or search.</source>
        <translation>Búscalas entre los oradores o con la búsqueda.</translation>
    </message>
    <message>
        <source>Look on the page for a link named RSS or podcast, and add that address.</source>
        <translation>Busca en la página un enlace llamado RSS o podcast y añade esa dirección.</translation>
    </message>
    <message>
        <source>Look on the page for a link named RSS or podcast, or add the page's own address.</source>
        <translation>Busca en la página un enlace llamado RSS o podcast, o añade la dirección de la propia página.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Libera espacio en el disco y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>Mend HEARTHSIDE_VLC_ARGS.</source>
        <translation>Corrige HEARTHSIDE_VLC_ARGS.</translation>
    </message>
    <message>
        <source>Mend its permissions.</source>
        <translation>Corrige sus permisos.</translation>
    </message>
    <message>
        <source>Mend one of the two numbers.</source>
        <translation>Corrige uno de los dos números.</translation>
    </message>
    <message>
        <source>Mend the permissions of {1}.</source>
        <translation>Corrige los permisos de {1}.</translation>
    </message>
    <message>
        <source>More than one episode fits “{1}”</source>
        <translation>Hay más de una grabación para “{1}”</translation>
    </message>
    <message>
        <source>More than one feed fits “{1}”</source>
        <translation>Hay más de un canal para “{1}”</translation>
    </message>
    <message>
        <source>Name each of them by itself.</source>
        <translation>Nombra cada uno por separado.</translation>
    </message>
    <message>
        <source>Name it by its number.</source>
        <translation>Nómbralo por su número.</translation>
    </message>
    <message>
        <source>No episode fits “{1}”</source>
        <translation>No hay ninguna grabación para “{1}”</translation>
    </message>
    <message>
        <source>No feed fits “{1}”</source>
        <translation>No hay ningún canal para “{1}”</translation>
    </message>
    <message>
        <source>No feed was found at {1}</source>
        <translation>No se encontró ningún canal en {1}</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>no queda espacio en el disco</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>no existe ese archivo o carpeta</translation>
    </message>
    <message>
        <source>Nobody called “{1}” speaks in the library</source>
        <translation>En la biblioteca no habla nadie llamado “{1}”</translation>
    </message>
    <message>
        <source>None of these talks is in “{1}”</source>
        <translation>Ninguna de estas charlas está en “{1}”</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>no es una carpeta</translation>
    </message>
    <message>
        <source>Not all of this sitting can be heard: {1}</source>
        <translation>No se puede oír todo en esta sesión: {1}</translation>
    </message>
    <message>
        <source>Nothing can be put into “{1}”</source>
        <translation>No se puede poner nada en “{1}”</translation>
    </message>
    <message>
        <source>Nothing to listen to was found in {1}</source>
        <translation>No se encontró nada que escuchar en {1}</translation>
    </message>
    <message>
        <source>Nothing was erased</source>
        <translation>No se borró nada</translation>
    </message>
    <message>
        <source>Only one Hearthside can download at a time</source>
        <translation>Solo un Hearthside puede descargar a la vez</translation>
    </message>
    <message>
        <source>Only one Hearthside can restore at a time</source>
        <translation>Solo un Hearthside puede restaurar a la vez</translation>
    </message>
    <message>
        <source>Open the talk's page; the site may ask you to sign in.</source>
        <translation>Abre la página de la charla; quizá el sitio pida iniciar sesión.</translation>
    </message>
    <message>
        <source>Open the talk's web page, or sign in to the network you are on, then try again.</source>
        <translation>Abre la página web de la charla o inicia sesión en la red en la que estás, e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>permiso denegado</translation>
    </message>
    <message>
        <source>Qt's player cannot be used</source>
        <translation>No se puede usar el reproductor de Qt</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>el disco es de solo lectura</translation>
    </message>
    <message>
        <source>Recordings in {1} may be left</source>
        <translation>Puede que queden grabaciones en {1}</translation>
    </message>
    <message>
        <source>Refresh the feed: it may have been corrected.</source>
        <translation>Actualiza el canal: quizá ya esté corregida.</translation>
    </message>
    <message>
        <source>Refresh the feed: it may have moved.</source>
        <translation>Actualiza el canal: quizá se haya movido.</translation>
    </message>
    <message>
        <source>Remove it there; it is called Hearthside.</source>
        <translation>Quítala allí; se llama Hearthside.</translation>
    </message>
    <message>
        <source>Remove recordings that you have heard, or allow more in the settings.</source>
        <translation>Quita grabaciones que ya escuchaste o permite más en los ajustes.</translation>
    </message>
    <message>
        <source>Remove those that are not your own.</source>
        <translation>Quita las que no sean tuyas.</translation>
    </message>
    <message>
        <source>Restore a backup: hearthside restore-backup "{1}".</source>
        <translation>Restaura una copia de seguridad: hearthside restore-backup "{1}".</translation>
    </message>
    <message>
        <source>Save it as a new one.</source>
        <translation>Guárdala como nueva.</translation>
    </message>
    <message>
        <source>Save the filter as a new collection.</source>
        <translation>Guarda el filtro como una colección nueva.</translation>
    </message>
    <message>
        <source>See: hearthside collections.</source>
        <translation>Mira: hearthside collections.</translation>
    </message>
    <message>
        <source>See: hearthside episodes.</source>
        <translation>Mira: hearthside episodes.</translation>
    </message>
    <message>
        <source>See: hearthside feeds.</source>
        <translation>Mira: hearthside feeds.</translation>
    </message>
    <message>
        <source>Set it to auto, vlc, qt or null.</source>
        <translation>Ponlo en auto, vlc, qt o null.</translation>
    </message>
    <message>
        <source>Sign in on the feed's page, if its publisher gave you an account.</source>
        <translation>Inicia sesión en la página del canal, si quien lo publica te dio una cuenta.</translation>
    </message>
    <message>
        <source>Sign in with those that its publisher gave you.</source>
        <translation>Entra con los datos que te dio quien lo publica.</translation>
    </message>
    <message>
        <source>Sign in with those that you were given.</source>
        <translation>Entra con los datos que te dieron.</translation>
    </message>
    <message>
        <source>Subscribe to it besides, or change the address anyway.</source>
        <translation>Suscríbete también a él o cambia la dirección de todos modos.</translation>
    </message>
    <message>
        <source>Tell whoever publishes the feed.</source>
        <translation>Avisa a quien publica el canal.</translation>
    </message>
    <message>
        <source>The answer of {1} was not understood</source>
        <translation>No se entendió la respuesta de {1}</translation>
    </message>
    <message>
        <source>The backup was not restored</source>
        <translation>La copia de seguridad no se restauró</translation>
    </message>
    <message>
        <source>The backup {1} could not be written</source>
        <translation>No se pudo escribir la copia de seguridad {1}</translation>
    </message>
    <message>
        <source>The bells cannot be heard</source>
        <translation>No se pueden oír las campanas</translation>
    </message>
    <message>
        <source>The chapters cannot be read</source>
        <translation>No se pueden leer los capítulos</translation>
    </message>
    <message>
        <source>The chapters did not come</source>
        <translation>Los capítulos no llegaron</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The download did not go through</source>
        <translation>La descarga no llegó a término</translation>
    </message>
    <message>
        <source>The download failed</source>
        <translation>La descarga falló</translation>
    </message>
    <message>
        <source>The download is off</source>
        <translation>La descarga está anulada</translation>
    </message>
    <message>
        <source>The download stands still</source>
        <translation>La descarga está detenida</translation>
    </message>
    <message>
        <source>The extra arguments for VLC cannot be read</source>
        <translation>No se pueden leer los argumentos añadidos para VLC</translation>
    </message>
    <message>
        <source>The favorites cannot be read</source>
        <translation>No se pueden leer los favoritos</translation>
    </message>
    <message>
        <source>The feed cannot be read</source>
        <translation>No se puede leer el canal</translation>
    </message>
    <message>
        <source>The feed could not be fetched</source>
        <translation>No se pudo obtener el canal</translation>
    </message>
    <message>
        <source>The feed is empty</source>
        <translation>El canal está vacío</translation>
    </message>
    <message>
        <source>The feed is incomplete</source>
        <translation>El canal está incompleto</translation>
    </message>
    <message>
        <source>The feed may be for members only.</source>
        <translation>El canal puede ser solo para miembros.</translation>
    </message>
    <message>
        <source>The feeds could not be refreshed</source>
        <translation>No se pudieron actualizar los canales</translation>
    </message>
    <message>
        <source>The folder of recordings cannot be read</source>
        <translation>No se puede leer la carpeta de grabaciones</translation>
    </message>
    <message>
        <source>The folder {1} cannot be read</source>
        <translation>No se puede leer la carpeta {1}</translation>
    </message>
    <message>
        <source>The home folder {1} cannot be written</source>
        <translation>No se puede escribir en la carpeta {1}</translation>
    </message>
    <message>
        <source>The library cannot be used</source>
        <translation>No se puede usar la biblioteca</translation>
    </message>
    <message>
        <source>The library could not be set aside</source>
        <translation>No se pudo apartar la biblioteca</translation>
    </message>
    <message>
        <source>The library is damaged{1}</source>
        <translation>La biblioteca está dañada{1}</translation>
    </message>
    <message>
        <source>The library was not replaced</source>
        <translation>La biblioteca no se reemplazó</translation>
    </message>
    <message>
        <source>The list of feeds cannot be read</source>
        <translation>No se puede leer la lista de canales</translation>
    </message>
    <message>
        <source>The list of talks cannot be read</source>
        <translation>No se puede leer la lista de charlas</translation>
    </message>
    <message>
        <source>The password of {1} was not erased</source>
        <translation>La contraseña de {1} no se borró</translation>
    </message>
    <message>
        <source>The picture of {1} cannot be shown</source>
        <translation>No se puede mostrar la imagen de {1}</translation>
    </message>
    <message>
        <source>The place is kept.</source>
        <translation>El punto queda guardado.</translation>
    </message>
    <message>
        <source>The player could not be chosen</source>
        <translation>No se pudo elegir el reproductor</translation>
    </message>
    <message>
        <source>The playlist cannot be read</source>
        <translation>No se puede leer la lista de reproducción</translation>
    </message>
    <message>
        <source>The recording breaks off here, each time that it is tried. Press Play to try again.</source>
        <translation>La grabación se corta aquí en cada intento. Pulsa Reproducir para intentarlo de nuevo.</translation>
    </message>
    <message>
        <source>The recording could not be removed</source>
        <translation>No se pudo quitar la grabación</translation>
    </message>
    <message>
        <source>The recording could not be saved</source>
        <translation>No se pudo guardar la grabación</translation>
    </message>
    <message>
        <source>The recording did not come whole</source>
        <translation>La grabación no llegó entera</translation>
    </message>
    <message>
        <source>The recording is not there</source>
        <translation>La grabación no está</translation>
    </message>
    <message>
        <source>The settings could not be saved</source>
        <translation>No se pudieron guardar los ajustes</translation>
    </message>
    <message>
        <source>The sitting ended early: Hearthside made a mistake of its own.</source>
        <translation>La sesión terminó antes: Hearthside cometió un error propio.</translation>
    </message>
    <message>
        <source>The sitting is still in the log: {1}</source>
        <translation>La sesión sigue en el registro: {1}</translation>
    </message>
    <message>
        <source>The sitting was not kept in the log: {1}</source>
        <translation>La sesión no se guardó en el registro: {1}</translation>
    </message>
    <message>
        <source>The sound {1} could not be made ready</source>
        <translation>No se pudo preparar el sonido {1}</translation>
    </message>
    <message>
        <source>The sounds could not be made ready</source>
        <translation>No se pudieron preparar los sonidos</translation>
    </message>
    <message>
        <source>The talk can be heard all the same.</source>
        <translation>La charla se puede escuchar de todos modos.</translation>
    </message>
    <message>
        <source>The transcript cannot be shown</source>
        <translation>No se puede mostrar la transcripción</translation>
    </message>
    <message>
        <source>The transcript did not come</source>
        <translation>La transcripción no llegó</translation>
    </message>
    <message>
        <source>There are steps 1 to 12.</source>
        <translation>Hay pasos del 1 al 12.</translation>
    </message>
    <message>
        <source>There is a collection “{1}” already</source>
        <translation>Ya hay una colección “{1}”</translation>
    </message>
    <message>
        <source>There is no backup. Move the file away to begin with an empty library.</source>
        <translation>No hay copia de seguridad. Aparta el archivo para empezar con una biblioteca vacía.</translation>
    </message>
    <message>
        <source>There is no collection “{1}”</source>
        <translation>No hay ninguna colección “{1}”</translation>
    </message>
    <message>
        <source>There is no episode {1}</source>
        <translation>No hay ninguna grabación {1}</translation>
    </message>
    <message>
        <source>There is no feed {1}</source>
        <translation>No hay ningún canal {1}</translation>
    </message>
    <message>
        <source>There is no keyring on this computer: the password is kept only until Hearthside is closed.</source>
        <translation>En este equipo no hay llavero: la contraseña se guarda solo hasta que se cierre Hearthside.</translation>
    </message>
    <message>
        <source>There is no part {1} of {2}</source>
        <translation>No hay parte {1} de {2}</translation>
    </message>
    <message>
        <source>There is no room</source>
        <translation>No hay espacio</translation>
    </message>
    <message>
        <source>There is no room to restore this recording</source>
        <translation>No hay espacio para restaurar esta grabación</translation>
    </message>
    <message>
        <source>There is no sound called {1}</source>
        <translation>No hay ningún sonido llamado {1}</translation>
    </message>
    <message>
        <source>There is nothing to keep</source>
        <translation>No hay nada que conservar</translation>
    </message>
    <message>
        <source>There is nothing to look for</source>
        <translation>No hay nada que buscar</translation>
    </message>
    <message>
        <source>This cannot be written down</source>
        <translation>Esto no se puede anotar</translation>
    </message>
    <message>
        <source>This collection is not there any more</source>
        <translation>Esta colección ya no está</translation>
    </message>
    <message>
        <source>This computer watches no more folders for changes. Hearthside looks into yours every {1} seconds instead.</source>
        <translation>Este equipo no vigila más carpetas. Hearthside mirará en la tuya cada {1} segundos.</translation>
    </message>
    <message>
        <source>This could not be read</source>
        <translation>No se pudo leer</translation>
    </message>
    <message>
        <source>This entry has no address</source>
        <translation>Esta entrada no tiene dirección</translation>
    </message>
    <message>
        <source>This entry was removed meanwhile</source>
        <translation>Esta entrada se quitó entretanto</translation>
    </message>
    <message>
        <source>This feed is too big</source>
        <translation>Este canal es demasiado grande</translation>
    </message>
    <message>
        <source>This feed was removed</source>
        <translation>Este canal se quitó</translation>
    </message>
    <message>
        <source>This is a web page, not a feed</source>
        <translation>Esto es una página web, no un canal</translation>
    </message>
    <message>
        <source>This is not a feed</source>
        <translation>Esto no es un canal</translation>
    </message>
    <message>
        <source>This library was made by a newer Hearthside</source>
        <translation>Esta biblioteca es de un Hearthside más nuevo</translation>
    </message>
    <message>
        <source>This name is too long</source>
        <translation>Este nombre es demasiado largo</translation>
    </message>
    <message>
        <source>This series is not there any more</source>
        <translation>Esta serie ya no está</translation>
    </message>
    <message>
        <source>This sitting cannot begin</source>
        <translation>Esta sesión no puede empezar</translation>
    </message>
    <message>
        <source>This sitting is not there any more</source>
        <translation>Esta sesión ya no está</translation>
    </message>
    <message>
        <source>This sitting was removed meanwhile</source>
        <translation>Esta sesión se quitó entretanto</translation>
    </message>
    <message>
        <source>This talk cannot be restored</source>
        <translation>Esta charla no se puede restaurar</translation>
    </message>
    <message>
        <source>This talk is no longer in the library</source>
        <translation>Esta charla ya no está en la biblioteca</translation>
    </message>
    <message>
        <source>This text is too long</source>
        <translation>Este texto es demasiado largo</translation>
    </message>
    <message>
        <source>This took too long to read</source>
        <translation>Leerlo llevó demasiado tiempo</translation>
    </message>
    <message>
        <source>To subscribe to feeds, import it where feeds are added.</source>
        <translation>Para suscribirte a canales, impórtala donde se añaden los canales.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Try again later; if it stays so, tell its publisher.</source>
        <translation>Inténtalo más tarde; si sigue así, avisa a quien lo publica.</translation>
    </message>
    <message>
        <source>Try again later; the talk can be heard all the same.</source>
        <translation>Inténtalo más tarde; la charla se puede escuchar de todos modos.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, start the computer anew.</source>
        <translation>Inténtalo de nuevo; si sigue así, reinicia el equipo.</translation>
    </message>
    <message>
        <source>Try it again; if it happens again, please report it.</source>
        <translation>Inténtalo de nuevo; si vuelve a pasar, infórmanos, por favor.</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Escribe un nombre.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Escribe uno.</translation>
    </message>
    <message>
        <source>Type words.</source>
        <translation>Escribe palabras.</translation>
    </message>
    <message>
        <source>Use its window, or close it first.</source>
        <translation>Usa su ventana o ciérralo antes.</translation>
    </message>
    <message>
        <source>Use up to {1}.</source>
        <translation>Usa como mucho {1}.</translation>
    </message>
    <message>
        <source>VLC's sound engine cannot be used</source>
        <translation>No se puede usar el motor de sonido de VLC</translation>
    </message>
    <message>
        <source>Wait a moment, or end it first.</source>
        <translation>Espera un momento o ciérralo antes.</translation>
    </message>
    <message>
        <source>Wait for its end, then try again.</source>
        <translation>Espera a que termine e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Wait until it is done, or close its window.</source>
        <translation>Espera a que termine, o cierra su ventana.</translation>
    </message>
    <message>
        <source>What you have is kept; the feed is no longer refreshed.</source>
        <translation>Lo que tienes se conserva; el canal ya no se actualiza.</translation>
    </message>
    <message>
        <source>a bell can be struck up to {1} times</source>
        <translation>una campana puede sonar hasta {1} veces</translation>
    </message>
    <message>
        <source>a command of Hearthside is at work</source>
        <translation>hay una orden de Hearthside en marcha</translation>
    </message>
    <message>
        <source>a newer Hearthside wrote them</source>
        <translation>los escribió un Hearthside más nuevo</translation>
    </message>
    <message>
        <source>a sitting lasts up to 24 hours</source>
        <translation>una sesión dura como mucho 24 horas</translation>
    </message>
    <message>
        <source>another one is at it</source>
        <translation>otro lo está haciendo</translation>
    </message>
    <message>
        <source>another one is open on this library</source>
        <translation>hay otro abierto con esta biblioteca</translation>
    </message>
    <message>
        <source>another program uses it</source>
        <translation>otro programa la está usando</translation>
    </message>
    <message>
        <source>bells are {1}; ambiences are {2}</source>
        <translation>las campanas son {1}; los ambientes son {2}</translation>
    </message>
    <message>
        <source>bells must be at least a second apart</source>
        <translation>entre campanas debe haber al menos un segundo</translation>
    </message>
    <message>
        <source>but it does not answer</source>
        <translation>pero no responde</translation>
    </message>
    <message>
        <source>it broke off before its first episode</source>
        <translation>se cortó antes de la primera grabación</translation>
    </message>
    <message>
        <source>it could not be loaded here</source>
        <translation>no se pudo cargar aquí</translation>
    </message>
    <message>
        <source>it could not make a player</source>
        <translation>no pudo crear un reproductor</translation>
    </message>
    <message>
        <source>it did not start; its plugins may be missing</source>
        <translation>no arrancó; quizá falten sus complementos</translation>
    </message>
    <message>
        <source>it fills itself</source>
        <translation>se llena por sí sola</translation>
    </message>
    <message>
        <source>it has no recording</source>
        <translation>no tiene grabación</translation>
    </message>
    <message>
        <source>it has {1} letters</source>
        <translation>tiene {1} letras</translation>
    </message>
    <message>
        <source>it has {1} lines, and {2} is the most for one talk</source>
        <translation>tiene {1} líneas, y {2} es el máximo para una charla</translation>
    </message>
    <message>
        <source>it has {1} others</source>
        <translation>tiene {1} otros</translation>
    </message>
    <message>
        <source>it is a web page that was saved under the name of a recording</source>
        <translation>es una página web guardada con el nombre de una grabación</translation>
    </message>
    <message>
        <source>it is broken in a way that nobody foresaw ({1})</source>
        <translation>está estropeado de un modo que nadie previó ({1})</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>está dañado</translation>
    </message>
    <message>
        <source>it is damaged in a way that could not be worked around</source>
        <translation>está dañado de un modo que no se pudo salvar</translation>
    </message>
    <message>
        <source>it is damaged, or far too large</source>
        <translation>está dañado o es demasiado grande</translation>
    </message>
    <message>
        <source>it is damaged, or no JSON</source>
        <translation>está dañado o no es JSON</translation>
    </message>
    <message>
        <source>it is damaged, or no OPML file</source>
        <translation>está dañado o no es un archivo OPML</translation>
    </message>
    <message>
        <source>it is empty, or not 48 kHz and 16 bit</source>
        <translation>está vacío o no es de 48 kHz y 16 bits</translation>
    </message>
    <message>
        <source>it is larger than {1} MB</source>
        <translation>ocupa más de {1} MB</translation>
    </message>
    <message>
        <source>it is larger than {1} MB, as no such list is</source>
        <translation>ocupa más de {1} MB, y ninguna lista así es tan grande</translation>
    </message>
    <message>
        <source>it is no copy of a library</source>
        <translation>no es la copia de una biblioteca</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>it is no playlist</source>
        <translation>no es una lista de reproducción</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>no es texto</translation>
    </message>
    <message>
        <source>it is not an OPML file</source>
        <translation>no es un archivo OPML</translation>
    </message>
    <message>
        <source>it is not an audio file</source>
        <translation>no es un archivo de audio</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>it is not what a directory of podcasts answers with</source>
        <translation>no es lo que responde un directorio de podcasts</translation>
    </message>
    <message>
        <source>it is of a kind that is not known here</source>
        <translation>es de un tipo que aquí no se conoce</translation>
    </message>
    <message>
        <source>it knows {1}, which this program does not</source>
        <translation>conoce {1}, y este programa no</translation>
    </message>
    <message>
        <source>it lies in the future</source>
        <translation>está en el futuro</translation>
    </message>
    <message>
        <source>it lists feeds, but no talks</source>
        <translation>enumera canales, pero no charlas</translation>
    </message>
    <message>
        <source>it lists {1} episodes and {2} is the most that can be read</source>
        <translation>enumera {1} grabaciones y se pueden leer {2} como mucho</translation>
    </message>
    <message>
        <source>it needed too much memory</source>
        <translation>necesitaba demasiada memoria</translation>
    </message>
    <message>
        <source>it needed too much memory, or ended the program that reads it</source>
        <translation>necesitaba demasiada memoria o cerró el programa que lo lee</translation>
    </message>
    <message>
        <source>it needs a length of at most 24 hours and a settling-in time that is not negative</source>
        <translation>necesita una duración de 24 horas como mucho y un tiempo para asentarse que no sea negativo</translation>
    </message>
    <message>
        <source>it needs {1} MB for a while</source>
        <translation>necesita {1} MB durante un rato</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>se canceló</translation>
    </message>
    <message>
        <source>it was filled by hand</source>
        <translation>se llenó a mano</translation>
    </message>
    <message>
        <source>it was paused</source>
        <translation>se puso en pausa</translation>
    </message>
    <message>
        <source>its address does not begin with http:// or https://</source>
        <translation>su dirección no empieza por http:// ni https://</translation>
    </message>
    <message>
        <source>its address is none of the internet</source>
        <translation>su dirección no es de internet</translation>
    </message>
    <message>
        <source>its address is none that can be downloaded from</source>
        <translation>desde su dirección no se puede descargar</translation>
    </message>
    <message>
        <source>its address is not a web address</source>
        <translation>su dirección no es una dirección web</translation>
    </message>
    <message>
        <source>its collections are too big</source>
        <translation>sus colecciones son demasiado grandes</translation>
    </message>
    <message>
        <source>its file is not where it was: {1}</source>
        <translation>su archivo no está donde estaba: {1}</translation>
    </message>
    <message>
        <source>its file is too large</source>
        <translation>su archivo es demasiado grande</translation>
    </message>
    <message>
        <source>its publisher says that it is gone for good (HTTP 410)</source>
        <translation>quien lo publica dice que ya no existe (HTTP 410)</translation>
    </message>
    <message>
        <source>its recording is not on this computer</source>
        <translation>su grabación no está en este ordenador</translation>
    </message>
    <message>
        <source>its recording is not where it was</source>
        <translation>su grabación no está donde estaba</translation>
    </message>
    <message>
        <source>its server did not take the question (HTTP {1})</source>
        <translation>su servidor no aceptó la pregunta (HTTP {1})</translation>
    </message>
    <message>
        <source>its server gave an answer that is of no use (HTTP {1})</source>
        <translation>su servidor dio una respuesta que no sirve (HTTP {1})</translation>
    </message>
    <message>
        <source>its talks were corrected, or have left the library</source>
        <translation>sus charlas se corrigieron o ya no están en la biblioteca</translation>
    </message>
    <message>
        <source>no list of episodes was found in it</source>
        <translation>no se encontró en él ninguna lista de grabaciones</translation>
    </message>
    <message>
        <source>no part of the recording is here</source>
        <translation>aquí no hay ninguna parte de la grabación</translation>
    </message>
    <message>
        <source>no secure connection to {1} could be made</source>
        <translation>no se pudo hacer una conexión segura con {1}</translation>
    </message>
    <message>
        <source>no server named {1} was found</source>
        <translation>no se encontró ningún servidor llamado {1}</translation>
    </message>
    <message>
        <source>nobody waits for it any more</source>
        <translation>ya nadie la espera</translation>
    </message>
    <message>
        <source>none of their servers could be reached</source>
        <translation>no se pudo llegar a ninguno de sus servidores</translation>
    </message>
    <message>
        <source>nothing came from the server for {1} seconds</source>
        <translation>el servidor no envió nada durante {1} segundos</translation>
    </message>
    <message>
        <source>nothing was typed</source>
        <translation>no se escribió nada</translation>
    </message>
    <message>
        <source>number of a part</source>
        <translation>número de una parte</translation>
    </message>
    <message>
        <source>only a link leads to it</source>
        <translation>solo un enlace lleva allí</translation>
    </message>
    <message>
        <source>only a part of it came</source>
        <translation>solo llegó una parte</translation>
    </message>
    <message>
        <source>only {1} of {2} {3} came</source>
        <translation>solo llegaron {1} de {2} {3}</translation>
    </message>
    <message>
        <source>reading it took more than {1} seconds</source>
        <translation>leerlo llevó más de {1} segundos</translation>
    </message>
    <message>
        <source>something happened that nobody foresaw ({1})</source>
        <translation>pasó algo que nadie previó ({1})</translation>
    </message>
    <message>
        <source>that is the library itself</source>
        <translation>esa es la propia biblioteca</translation>
    </message>
    <message>
        <source>the address leads in circles</source>
        <translation>la dirección da vueltas en círculo</translation>
    </message>
    <message>
        <source>the answer broke off or was damaged on the way</source>
        <translation>la respuesta se cortó o se dañó por el camino</translation>
    </message>
    <message>
        <source>the answer came too slowly</source>
        <translation>la respuesta llegó demasiado despacio</translation>
    </message>
    <message>
        <source>the answer had nothing in it</source>
        <translation>la respuesta no traía nada</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>la conexión se cortó</translation>
    </message>
    <message>
        <source>the connection to {1} was lost</source>
        <translation>se perdió la conexión con {1}</translation>
    </message>
    <message>
        <source>the disk for the recordings does not answer</source>
        <translation>el disco de las grabaciones no responde</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the disk refused</source>
        <translation>el disco lo rechazó</translation>
    </message>
    <message>
        <source>the disk refused, or another program has it open</source>
        <translation>el disco lo rechazó o la tiene abierta otro programa</translation>
    </message>
    <message>
        <source>the disk reports an error</source>
        <translation>el disco avisa de un error</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>no se puede abrir el archivo</translation>
    </message>
    <message>
        <source>the file cannot be written</source>
        <translation>no se puede escribir el archivo</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>el archivo está vacío</translation>
    </message>
    <message>
        <source>the keyring is locked, or cannot be reached from here</source>
        <translation>el llavero está bloqueado, o no se puede llegar a él desde aquí</translation>
    </message>
    <message>
        <source>the library that knew which are Hearthside's is damaged</source>
        <translation>la biblioteca que sabía cuáles son de Hearthside está dañada</translation>
    </message>
    <message>
        <source>the page names none, and there is none in the usual places</source>
        <translation>la página no nombra ninguno y no hay ninguno en los sitios habituales</translation>
    </message>
    <message>
        <source>the part comes after the last one</source>
        <translation>la parte va después de la última</translation>
    </message>
    <message>
        <source>the program that reads feeds and recordings could not be started</source>
        <translation>no se pudo iniciar el programa que lee canales y grabaciones</translation>
    </message>
    <message>
        <source>the recording broke off</source>
        <translation>la grabación se cortó</translation>
    </message>
    <message>
        <source>the recording is damaged or incomplete</source>
        <translation>la grabación está dañada o incompleta</translation>
    </message>
    <message>
        <source>the recording is no longer at its address</source>
        <translation>la grabación ya no está en su dirección</translation>
    </message>
    <message>
        <source>the recording was taken down for good</source>
        <translation>la grabación se retiró para siempre</translation>
    </message>
    <message>
        <source>the server asks for a name and a password</source>
        <translation>el servidor pide un nombre y una contraseña</translation>
    </message>
    <message>
        <source>the server asks for patience: too many requests (429)</source>
        <translation>el servidor pide paciencia: demasiadas peticiones (429)</translation>
    </message>
    <message>
        <source>the server asks us to come less often (HTTP 429)</source>
        <translation>el servidor pide que vengamos menos a menudo (HTTP 429)</translation>
    </message>
    <message>
        <source>the server cannot be found</source>
        <translation>no se encuentra el servidor</translation>
    </message>
    <message>
        <source>the server cannot be reached</source>
        <translation>no se puede llegar al servidor</translation>
    </message>
    <message>
        <source>the server contradicts itself</source>
        <translation>el servidor se contradice</translation>
    </message>
    <message>
        <source>the server could not prove who it is (its certificate is not valid)</source>
        <translation>el servidor no pudo demostrar quién es (su certificado no es válido)</translation>
    </message>
    <message>
        <source>the server did not accept the request ({1})</source>
        <translation>el servidor no aceptó la petición ({1})</translation>
    </message>
    <message>
        <source>the server does not allow it</source>
        <translation>el servidor no lo permite</translation>
    </message>
    <message>
        <source>the server does not let us have it (HTTP 403)</source>
        <translation>el servidor no nos lo da (HTTP 403)</translation>
    </message>
    <message>
        <source>the server gave an answer without a feed (HTTP {1})</source>
        <translation>el servidor respondió sin un canal (HTTP {1})</translation>
    </message>
    <message>
        <source>the server has a fault of its own (HTTP {1})</source>
        <translation>el servidor tiene un fallo propio (HTTP {1})</translation>
    </message>
    <message>
        <source>the server has trouble of its own ({1})</source>
        <translation>el servidor tiene problemas propios ({1})</translation>
    </message>
    <message>
        <source>the server is too busy (HTTP 503)</source>
        <translation>el servidor está demasiado ocupado (HTTP 503)</translation>
    </message>
    <message>
        <source>the server says that nothing has changed, though we have nothing yet</source>
        <translation>el servidor dice que nada ha cambiado, aunque aún no tenemos nada</translation>
    </message>
    <message>
        <source>the server sends us from one address to the next without end</source>
        <translation>el servidor nos envía de una dirección a otra sin fin</translation>
    </message>
    <message>
        <source>the server sent a PDF document instead of the recording</source>
        <translation>el servidor envió un documento PDF en lugar de la grabación</translation>
    </message>
    <message>
        <source>the server sent a message (JSON) instead of the recording</source>
        <translation>el servidor envió un mensaje (JSON) en lugar de la grabación</translation>
    </message>
    <message>
        <source>the server sent a message (XML) instead of the recording</source>
        <translation>el servidor envió un mensaje (XML) en lugar de la grabación</translation>
    </message>
    <message>
        <source>the server sent a web page instead of the recording</source>
        <translation>el servidor envió una página web en lugar de la grabación</translation>
    </message>
    <message>
        <source>the server sent nothing</source>
        <translation>el servidor no envió nada</translation>
    </message>
    <message>
        <source>the server sent text instead of the recording</source>
        <translation>el servidor envió texto en lugar de la grabación</translation>
    </message>
    <message>
        <source>the server tried to send us to an address inside your own network</source>
        <translation>el servidor intentó enviarnos a una dirección de tu propia red</translation>
    </message>
    <message>
        <source>the server's answer made no sense</source>
        <translation>la respuesta del servidor no tenía sentido</translation>
    </message>
    <message>
        <source>the window did not answer</source>
        <translation>la ventana no respondió</translation>
    </message>
    <message>
        <source>there are no tapes in it</source>
        <translation>no hay cintas en ella</translation>
    </message>
    <message>
        <source>there are no words in it</source>
        <translation>no hay palabras en ella</translation>
    </message>
    <message>
        <source>there are none in it</source>
        <translation>no hay ninguna en ella</translation>
    </message>
    <message>
        <source>there is no bell called {1}</source>
        <translation>no hay ninguna campana llamada {1}</translation>
    </message>
    <message>
        <source>there is no file {1}</source>
        <translation>no existe el archivo {1}</translation>
    </message>
    <message>
        <source>there is no room for the rest of the recording</source>
        <translation>no hay espacio para el resto de la grabación</translation>
    </message>
    <message>
        <source>there is no sound in it that can be read</source>
        <translation>no contiene sonido que se pueda leer</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe ese archivo</translation>
    </message>
    <message>
        <source>there is none in it, or it is too large</source>
        <translation>no contiene ninguna o es demasiado grande</translation>
    </message>
    <message>
        <source>there is nothing at this address (HTTP 404)</source>
        <translation>no hay nada en esta dirección (HTTP 404)</translation>
    </message>
    <message>
        <source>there is nowhere to fetch it from</source>
        <translation>no hay de dónde obtenerla</translation>
    </message>
    <message>
        <source>what its address gave is none</source>
        <translation>lo que dio su dirección no lo es</translation>
    </message>
    <message>
        <source>what the server sent is no recording</source>
        <translation>lo que envió el servidor no es una grabación</translation>
    </message>
    <message>
        <source>what their address gave is no list of them</source>
        <translation>lo que dio su dirección no es una lista de capítulos</translation>
    </message>
    <message>
        <source>{1} asks for a name and a password</source>
        <translation>{1} pide un nombre y una contraseña</translation>
    </message>
    <message>
        <source>{1} bytes came, and {2} did before</source>
        <translation>llegaron {1} bytes, y antes {2}</translation>
    </message>
    <message>
        <source>{1} cannot be measured</source>
        <translation>No se puede medir {1}</translation>
    </message>
    <message>
        <source>{1} cannot be opened</source>
        <translation>No se puede abrir {1}</translation>
    </message>
    <message>
        <source>{1} cannot be played</source>
        <translation>No se puede reproducir {1}</translation>
    </message>
    <message>
        <source>{1} cannot be read</source>
        <translation>No se puede leer {1}</translation>
    </message>
    <message>
        <source>{1} cannot be restored</source>
        <translation>{1} no se puede restaurar</translation>
    </message>
    <message>
        <source>{1} cannot be written</source>
        <translation>No se puede escribir {1}</translation>
    </message>
    <message>
        <source>{1} closed the connection without an answer</source>
        <translation>{1} cerró la conexión sin responder</translation>
    </message>
    <message>
        <source>{1} could not be reached</source>
        <translation>no se pudo llegar a {1}</translation>
    </message>
    <message>
        <source>{1} did not accept this name and password</source>
        <translation>{1} no aceptó este nombre y esta contraseña</translation>
    </message>
    <message>
        <source>{1} did not answer within {2} seconds</source>
        <translation>{1} no respondió en {2} segundos</translation>
    </message>
    <message>
        <source>{1} gave an answer that cannot be understood</source>
        <translation>{1} dio una respuesta que no se entiende</translation>
    </message>
    <message>
        <source>{1} gave no answer</source>
        <translation>{1} no respondió</translation>
    </message>
    <message>
        <source>{1} has an ending that says nothing of favorites</source>
        <translation>{1} tiene una terminación que no es de favoritos</translation>
    </message>
    <message>
        <source>{1} has an ending that says nothing of sittings</source>
        <translation>{1} tiene una terminación que no es de sesiones</translation>
    </message>
    <message>
        <source>{1} is not a folder</source>
        <translation>{1} no es una carpeta</translation>
    </message>
    <message>
        <source>{1} is subscribed already</source>
        <translation>Ya tienes {1} entre tus canales</translation>
    </message>
    <message>
        <source>{1} letters are the most</source>
        <translation>{1} letras como mucho</translation>
    </message>
    <message>
        <source>{1} of {2} bytes came</source>
        <translation>llegaron {1} de {2} bytes</translation>
    </message>
    <message>
        <source>{1} talks are the most that can be read</source>
        <translation>se pueden leer {1} charlas como mucho</translation>
    </message>
    <message>
        <source>{1} was not erased</source>
        <translation>{1} no se borró</translation>
    </message>
    <message>
        <source>{1} was not restored</source>
        <translation>{1} no se restauró</translation>
    </message>
    <message>
        <source>{1} was removed</source>
        <translation>{1} se quitó</translation>
    </message>
    <message>
        <source>{1}, trying again in {2} s</source>
        <translation>{1}, nuevo intento en {2} s</translation>
    </message>
    <message>
        <source>“{1}” and “{2}” turned out to be the same feed and are one now. Places, favorites, bookmarks and downloads are kept.</source>
        <translation>“{1}” y “{2}” resultaron ser el mismo canal y ahora son uno. Se conservan puntos, favoritos, marcadores y descargas.</translation>
    </message>
    <message>
        <source>“{1}” cannot be played</source>
        <translation>No se puede reproducir “{1}”</translation>
    </message>
    <message>
        <source>“{1}” cannot be played on</source>
        <translation>No se puede seguir reproduciendo “{1}”</translation>
    </message>
    <message>
        <source>“{1}” cannot have a filter</source>
        <translation>“{1}” no puede tener un filtro</translation>
    </message>
    <message>
        <source>“{1}” is no {2}</source>
        <translation>“{1}” no es {2}</translation>
    </message>
    <message>
        <source>“{1}” is not a web address</source>
        <translation>“{1}” no es una dirección web</translation>
    </message>
    <message>
        <source>“{1}” was not downloaded</source>
        <translation>“{1}” no se descargó</translation>
    </message>
    <message>
        <source>“{1}” was not merged with another name</source>
        <translation>“{1}” no se unió con otro nombre</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source> and {n} more</source>
        <translation> y {n} más</translation>
    </message>
    <message>
        <source>+ 5 min</source>
        <translation>+ 5 min más</translation>
    </message>
    <message>
        <source>+ Add a feed</source>
        <translation>+ Añadir un canal</translation>
    </message>
    <message>
        <source>+ New collection</source>
        <translation>+ Nueva colección</translation>
    </message>
    <message>
        <source>+ and −</source>
        <translation>+ y −</translation>
    </message>
    <message>
        <source>, and .</source>
        <translation>, y .</translation>
    </message>
    <message>
        <source>0 … 9, Ctrl with ← and →</source>
        <translation>0 … 9, Ctrl con ← y →</translation>
    </message>
    <message>
        <source>0:00 Feel both feet on the floor.
0:30 Breathe in slowly.
2:00</source>
        <translation>0:00 Siente los dos pies en el suelo.
0:30 Inspira despacio.
2:00</translation>
    </message>
    <message>
        <source>1 bookmark</source>
        <translation>1 marcador</translation>
    </message>
    <message>
        <source>1 chapter mark</source>
        <translation>1 marca de capítulo</translation>
    </message>
    <message>
        <source>1 collection</source>
        <translation>1 colección</translation>
    </message>
    <message>
        <source>1 copy</source>
        <translation>1 copia</translation>
    </message>
    <message>
        <source>1 could not be added</source>
        <translation>1 no se pudo añadir</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>1 day later</source>
        <translation>1 día después</translation>
    </message>
    <message>
        <source>1 download</source>
        <translation>1 descarga</translation>
    </message>
    <message>
        <source>1 download is under way</source>
        <translation>Hay 1 descarga en curso</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 entrada</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 con error</translation>
    </message>
    <message>
        <source>1 favorite</source>
        <translation>1 favorito</translation>
    </message>
    <message>
        <source>1 feed</source>
        <translation>1 canal</translation>
    </message>
    <message>
        <source>1 feed added</source>
        <translation>1 canal añadido</translation>
    </message>
    <message>
        <source>1 feed was added</source>
        <translation>Se añadió 1 canal</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>1 found</source>
        <translation>1 resultado</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>1 in line</source>
        <translation>1 en cola</translation>
    </message>
    <message>
        <source>1 in progress</source>
        <translation>1 en curso</translation>
    </message>
    <message>
        <source>1 is new</source>
        <translation>1 nueva</translation>
    </message>
    <message>
        <source>1 meditation</source>
        <translation>1 meditación</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minuto</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>queda 1 minuto</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>1 nueva</translation>
    </message>
    <message>
        <source>1 new talk</source>
        <translation>1 charla nueva</translation>
    </message>
    <message>
        <source>1 part</source>
        <translation>1 parte</translation>
    </message>
    <message>
        <source>1 part is on its way</source>
        <translation>1 parte en camino</translation>
    </message>
    <message>
        <source>1 paused</source>
        <translation>1 en pausa</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 problema</translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>1 grabación</translation>
    </message>
    <message>
        <source>1 recording is</source>
        <translation>1 grabación</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 segundo</translation>
    </message>
    <message>
        <source>1 sitting</source>
        <translation>1 sesión</translation>
    </message>
    <message>
        <source>1 sitting was exported</source>
        <translation>Se exportó 1 sesión</translation>
    </message>
    <message>
        <source>1 speaker</source>
        <translation>1 orador</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 toque</translation>
    </message>
    <message>
        <source>1 talk</source>
        <translation>1 charla</translation>
    </message>
    <message>
        <source>1 talk is</source>
        <translation>1 charla es</translation>
    </message>
    <message>
        <source>1 talk is by</source>
        <translation>1 charla es de</translation>
    </message>
    <message>
        <source>1 talk is corrected</source>
        <translation>1 charla corregida</translation>
    </message>
    <message>
        <source>1 talk is not in your library</source>
        <translation>1 charla no está en tu biblioteca</translation>
    </message>
    <message>
        <source>1 talk was exported</source>
        <translation>Se exportó 1 charla</translation>
    </message>
    <message>
        <source>1 thing needs a look</source>
        <translation>1 cosa por revisar</translation>
    </message>
    <message>
        <source>1 waiting</source>
        <translation>1 en espera</translation>
    </message>
    <message>
        <source>1 waits to be heard</source>
        <translation>1 por escuchar</translation>
    </message>
    <message>
        <source>1 was there already</source>
        <translation>1 ya estaba</translation>
    </message>
    <message>
        <source>16 weeks. Only on this computer.</source>
        <translation>16 semanas. Solo en este equipo.</translation>
    </message>
    <message>
        <source>5 minutes more</source>
        <translation>5 minutos más</translation>
    </message>
    <message>
        <source>? or F1</source>
        <translation>? o F1</translation>
    </message>
    <message>
        <source>A bell every so many minutes</source>
        <translation>Una campana cada tantos minutos</translation>
    </message>
    <message>
        <source>A click plays on from where you left it.</source>
        <translation>Un clic sigue desde donde lo dejaste.</translation>
    </message>
    <message>
        <source>A copy of places, favorites and notes, without the recordings.</source>
        <translation>Una copia de puntos, favoritos y notas, sin las grabaciones.</translation>
    </message>
    <message>
        <source>A folder can be listened to like a feed.</source>
        <translation>Una carpeta se puede escuchar como un canal.</translation>
    </message>
    <message>
        <source>A folder of tapes</source>
        <translation>Una carpeta de cintas</translation>
    </message>
    <message>
        <source>A folder of tapes on this computer</source>
        <translation>Una carpeta de cintas en este equipo</translation>
    </message>
    <message>
        <source>A higher power</source>
        <translation>Un poder superior</translation>
    </message>
    <message>
        <source>A history</source>
        <translation>Un historial</translation>
    </message>
    <message>
        <source>A line each: a time and words, which stay until the next line. A time alone takes them away.</source>
        <translation>Cada línea: un tiempo y un texto, que queda hasta la línea siguiente. Un tiempo solo lo quita.</translation>
    </message>
    <message>
        <source>A list of feeds (OPML)</source>
        <translation>Una lista de canales (OPML)</translation>
    </message>
    <message>
        <source>A list of your feeds (OPML) that other podcast apps can read.</source>
        <translation>Una lista de tus canales (OPML) que otras apps de pódcast pueden leer.</translation>
    </message>
    <message>
        <source>A little faster</source>
        <translation>Un poco más rápido</translation>
    </message>
    <message>
        <source>A little slower</source>
        <translation>Un poco más lento</translation>
    </message>
    <message>
        <source>A little slower, a little faster</source>
        <translation>Un poco más lento, un poco más rápido</translation>
    </message>
    <message>
        <source>A log of faults</source>
        <translation>Un registro de fallos</translation>
    </message>
    <message>
        <source>A log of sittings</source>
        <translation>Un registro de sesiones</translation>
    </message>
    <message>
        <source>A low, even rush that hides a noisy house.</source>
        <translation>Un rumor grave y uniforme que tapa una casa ruidosa.</translation>
    </message>
    <message>
        <source>A mobile phone's, say. Refreshing, and new talks that come by themselves; what you ask for yourself is done at once.</source>
        <translation>La de un móvil, por ejemplo. Afecta a la actualización y a las charlas nuevas que llegan solas; lo que pides tú se hace enseguida.</translation>
    </message>
    <message>
        <source>A name, a step, a place, words that were said</source>
        <translation>Un nombre, un paso, un lugar, palabras que se dijeron</translation>
    </message>
    <message>
        <source>A name, new or known</source>
        <translation>Un nombre, nuevo o conocido</translation>
    </message>
    <message>
        <source>A note for this sitting</source>
        <translation>Una nota para esta sesión</translation>
    </message>
    <message>
        <source>A note of your own</source>
        <translation>Una nota tuya</translation>
    </message>
    <message>
        <source>A note, if you like</source>
        <translation>Una nota, si quieres</translation>
    </message>
    <message>
        <source>A notification, while Hearthside is open or in the tray, on days on which you have not sat yet. It says only what time it is, nothing that others should not read.</source>
        <translation>Una notificación, con Hearthside abierto o en la bandeja, los días en que aún no has meditado. Solo dice la hora, nada que otros no deban leer.</translation>
    </message>
    <message>
        <source>A reminder to sit</source>
        <translation>Recordatorio para meditar</translation>
    </message>
    <message>
        <source>A singing bowl, warm and long.</source>
        <translation>Un cuenco cálido y largo.</translation>
    </message>
    <message>
        <source>A sitting</source>
        <translation>Una sesión</translation>
    </message>
    <message>
        <source>A sitting elsewhere</source>
        <translation>Una sesión en otro lugar</translation>
    </message>
    <message>
        <source>A sitting from the page of meditations stands here when it is over; one elsewhere you can add by hand.</source>
        <translation>Las sesiones de la página de meditaciones aparecen aquí al terminar; las de otro lugar puedes añadirlas a mano.</translation>
    </message>
    <message>
        <source>A sitting is under way</source>
        <translation>Hay una sesión en curso</translation>
    </message>
    <message>
        <source>A warm night with crickets, far away.</source>
        <translation>Una noche cálida con grillos, a lo lejos.</translation>
    </message>
    <message>
        <source>A whole number from {least} to {most}, please.</source>
        <translation>Un número entero de {least} a {most}, por favor.</translation>
    </message>
    <message>
        <source>A word of a note, a talk, a speaker</source>
        <translation>Una palabra de una nota, una charla, un orador</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>About Hearthside</source>
        <translation>Acerca de Hearthside</translation>
    </message>
    <message>
        <source>About this meditation</source>
        <translation>Sobre esta meditación</translation>
    </message>
    <message>
        <source>About this talk</source>
        <translation>Sobre esta charla</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>Aceptación</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add a feed</source>
        <translation>Añadir un canal</translation>
    </message>
    <message>
        <source>Add a feed of recorded speakers; its talks are listed here by who gave them.</source>
        <translation>Añade un canal de oradores grabados; sus charlas aparecen aquí según quién las dio.</translation>
    </message>
    <message>
        <source>Add a feed of recorded talks, and what is new appears here.</source>
        <translation>Añade un canal de charlas grabadas y lo nuevo aparecerá aquí.</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Añadir una nota</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Add its folder to keep it.</source>
        <translation>Añade su carpeta para conservarlo.</translation>
    </message>
    <message>
        <source>Add my own tapes</source>
        <translation>Añadir mis cintas</translation>
    </message>
    <message>
        <source>Add their feed</source>
        <translation>Añadir su canal</translation>
    </message>
    <message>
        <source>Add their feeds</source>
        <translation>Añadir sus canales</translation>
    </message>
    <message>
        <source>Add to a collection</source>
        <translation>Añadir a una colección</translation>
    </message>
    <message>
        <source>Add to favorites</source>
        <translation>Añadir a favoritos</translation>
    </message>
    <message>
        <source>Add to the end of the queue</source>
        <translation>Añadir al final de la cola</translation>
    </message>
    <message>
        <source>Add to the end of the queue; play next</source>
        <translation>Añadir al final de la cola; poner a continuación</translation>
    </message>
    <message>
        <source>Added to “{name}”</source>
        <translation>Añadido a “{name}”</translation>
    </message>
    <message>
        <source>Added {title}</source>
        <translation>Añadido: {title}</translation>
    </message>
    <message>
        <source>Added: {day}</source>
        <translation>Añadido: {day}</translation>
    </message>
    <message>
        <source>Adding {title}…</source>
        <translation>Añadiendo {title}…</translation>
    </message>
    <message>
        <source>Adding…</source>
        <translation>Añadiendo…</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Address of a feed or a website</source>
        <translation>Dirección de un canal o un sitio web</translation>
    </message>
    <message>
        <source>Address of a feed or a website, or words to search for</source>
        <translation>Dirección de un canal o un sitio web, o palabras para buscar</translation>
    </message>
    <message>
        <source>Address of this feed</source>
        <translation>Dirección de este canal</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>After {time}</source>
        <translation>A las {time}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>All about this speaker</source>
        <translation>Todo sobre este orador</translation>
    </message>
    <message>
        <source>All about {name}</source>
        <translation>Todo sobre {name}</translation>
    </message>
    <message>
        <source>All along</source>
        <translation>De fondo</translation>
    </message>
    <message>
        <source>All bookmarks, as a text in Markdown</source>
        <translation>Todos los marcadores, como texto en Markdown</translation>
    </message>
    <message>
        <source>All daily copies, pictures and logs.</source>
        <translation>Todas las copias diarias, imágenes y registros.</translation>
    </message>
    <message>
        <source>All favorites</source>
        <translation>Todos los favoritos</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>All of it can be downloaded again.</source>
        <translation>Todo se puede volver a descargar.</translation>
    </message>
    <message>
        <source>All of it on this computer, for your eyes.</source>
        <translation>Todo en este equipo, para tus ojos.</translation>
    </message>
    <message>
        <source>All sittings</source>
        <translation>Todas las sesiones</translation>
    </message>
    <message>
        <source>All talks</source>
        <translation>Todas las charlas</translation>
    </message>
    <message>
        <source>All that Hearthside keeps, on this computer. It asks once more first.</source>
        <translation>Todo lo que guarda Hearthside en este equipo. Antes pregunta otra vez.</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Ver las {n}</translation>
    </message>
    <message>
        <source>All {n} series</source>
        <translation>Las {n} series</translation>
    </message>
    <message>
        <source>Allow any time</source>
        <translation>Permitir siempre</translation>
    </message>
    <message>
        <source>Also known as {names}</source>
        <translation>También aparece como {names}</translation>
    </message>
    <message>
        <source>Alt+↑</source>
        <translation>Alt+↑</translation>
    </message>
    <message>
        <source>Alt+↑ and ↓</source>
        <translation>Alt+↑ y ↓</translation>
    </message>
    <message>
        <source>Alt+↓</source>
        <translation>Alt+↓</translation>
    </message>
    <message>
        <source>An announcement, say, that every talk begins with.</source>
        <translation>Un anuncio con el que empieza cada charla, por ejemplo.</translation>
    </message>
    <message>
        <source>An empty library is in its place.</source>
        <translation>Hay una biblioteca vacía en su lugar.</translation>
    </message>
    <message>
        <source>And at these times</source>
        <translation>Y a estos tiempos</translation>
    </message>
    <message>
        <source>And {n} more.</source>
        <translation>Y {n} más.</translation>
    </message>
    <message>
        <source>Anger</source>
        <translation>Ira</translation>
    </message>
    <message>
        <source>Another name in your library</source>
        <translation>Otro nombre de tu biblioteca</translation>
    </message>
    <message>
        <source>Another speaker</source>
        <translation>Otro orador</translation>
    </message>
    <message>
        <source>Another…</source>
        <translation>Otra…</translation>
    </message>
    <message>
        <source>Any decade</source>
        <translation>Cualquier década</translation>
    </message>
    <message>
        <source>Any fellowship</source>
        <translation>Cualquier fraternidad</translation>
    </message>
    <message>
        <source>Any step</source>
        <translation>Cualquier paso</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>A cualquier hora</translation>
    </message>
    <message>
        <source>Any topic</source>
        <translation>Cualquier tema</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As in the settings ({often})</source>
        <translation>Como en los ajustes ({often})</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Como estaba</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>As the feed says</source>
        <translation>Como dice el canal</translation>
    </message>
    <message>
        <source>As the title says</source>
        <translation>Como dice el título</translation>
    </message>
    <message>
        <source>As the title says, all</source>
        <translation>Todo como dice el título</translation>
    </message>
    <message>
        <source>As they come; what you remove is not fetched again by itself.</source>
        <translation>Según llegan; lo que quites no se vuelve a descargar solo.</translation>
    </message>
    <message>
        <source>As this sitting was on the first day</source>
        <translation>Como estaba esta sesión el primer día</translation>
    </message>
    <message>
        <source>Ask for what tomorrow needs: some patience, some courage, some sense.</source>
        <translation>Pide lo que mañana hará falta: algo de paciencia, algo de valor, algo de sensatez.</translation>
    </message>
    <message>
        <source>Ask it again</source>
        <translation>Volver a consultar</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>En cualquier momento</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Como máximo</translation>
    </message>
    <message>
        <source>At most 24 hours.</source>
        <translation>24 horas como máximo.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Al final</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Al inicio</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>Actitud</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Awakening</source>
        <translation>Despertar</translation>
    </message>
    <message>
        <source>B, then N</source>
        <translation>B, luego N</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Back to everything found</source>
        <translation>Volver a todos los resultados</translation>
    </message>
    <message>
        <source>Back to it</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation>Volver al catálogo</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>Volver a la página anterior</translation>
    </message>
    <message>
        <source>Back to what is said now</source>
        <translation>Volver a lo que suena</translation>
    </message>
    <message>
        <source>Back to {title}</source>
        <translation>Volver a {title}</translation>
    </message>
    <message>
        <source>Back up first…</source>
        <translation>Copiar antes…</translation>
    </message>
    <message>
        <source>Back up the library</source>
        <translation>Copiar la biblioteca</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Guardar copia…</translation>
    </message>
    <message>
        <source>Back {n} seconds</source>
        <translation>Atrás {n} segundos</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Backups (*.sqlite)</source>
        <translation>Copias de seguridad (*.sqlite)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Before the first bell, to sit down and come to rest.</source>
        <translation>Antes de la primera campana, para sentarse y encontrar calma.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Empezar ya</translation>
    </message>
    <message>
        <source>Begin now to restore this talk</source>
        <translation>Empezar ya a restaurar esta charla</translation>
    </message>
    <message>
        <source>Begin {name}, {length}</source>
        <translation>Empezar {name}, {length}</translation>
    </message>
    <message>
        <source>Begins when nothing plays</source>
        <translation>Empieza cuando no suene nada</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Campana</translation>
    </message>
    <message>
        <source>Bell at the end</source>
        <translation>Campana al final</translation>
    </message>
    <message>
        <source>Bell at the start</source>
        <translation>Campana al inicio</translation>
    </message>
    <message>
        <source>Bell at {times}</source>
        <translation>Campana en {times}</translation>
    </message>
    <message>
        <source>Bell every</source>
        <translation>Campana cada</translation>
    </message>
    <message>
        <source>Bell every {n}</source>
        <translation>Campana cada {n}</translation>
    </message>
    <message>
        <source>Bells</source>
        <translation>Campanas</translation>
    </message>
    <message>
        <source>Bells and sounds</source>
        <translation>Campanas y sonidos</translation>
    </message>
    <message>
        <source>Bells at chosen times</source>
        <translation>Campanas a tiempos elegidos</translation>
    </message>
    <message>
        <source>Bells at {times}</source>
        <translation>Campanas en {times}</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Marcador</translation>
    </message>
    <message>
        <source>Bookmark of {day}</source>
        <translation>Marcador del {day}</translation>
    </message>
    <message>
        <source>Bookmark this place</source>
        <translation>Poner un marcador aquí</translation>
    </message>
    <message>
        <source>Bookmark this place; write a note for it</source>
        <translation>Poner un marcador aquí; escribirle una nota</translation>
    </message>
    <message>
        <source>Bookmarked at {time}</source>
        <translation>Marcador puesto en {time}</translation>
    </message>
    <message>
        <source>Bookmarked at {time}. N: add a note</source>
        <translation>Marcador puesto en {time}. N: añadir una nota</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marcadores</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>Cuenco</translation>
    </message>
    <message>
        <source>Breath pause</source>
        <translation>Pausa para respirar</translation>
    </message>
    <message>
        <source>Breathe in slowly, and out a little more slowly.</source>
        <translation>Toma aire despacio y suéltalo un poco más despacio.</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>Recuperar lo que se quitó</translation>
    </message>
    <message>
        <source>Bring quiet recordings up</source>
        <translation>Subir las grabaciones bajas</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Recuperarlas</translation>
    </message>
    <message>
        <source>Broke off here. Play tries again</source>
        <translation>Se cortó aquí. Reproducir lo reintenta</translation>
    </message>
    <message>
        <source>By speaker</source>
        <translation>Por orador</translation>
    </message>
    <message>
        <source>By title</source>
        <translation>Por título</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the download</source>
        <translation>Cancelar la descarga</translation>
    </message>
    <message>
        <source>Cancel the download: {title}</source>
        <translation>Cancelar la descarga: {title}</translation>
    </message>
    <message>
        <source>Cancel the restoration</source>
        <translation>Cancelar la restauración</translation>
    </message>
    <message>
        <source>Cannot be played</source>
        <translation>No se puede reproducir</translation>
    </message>
    <message>
        <source>Carrying the message</source>
        <translation>Llevar el mensaje</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change address…</source>
        <translation>Cambiar dirección…</translation>
    </message>
    <message>
        <source>Change anyway</source>
        <translation>Cambiar igualmente</translation>
    </message>
    <message>
        <source>Change its filter</source>
        <translation>Cambiar su filtro</translation>
    </message>
    <message>
        <source>Change the note</source>
        <translation>Cambiar la nota</translation>
    </message>
    <message>
        <source>Change the note at {time}</source>
        <translation>Cambiar la nota en {time}</translation>
    </message>
    <message>
        <source>Change this sitting</source>
        <translation>Cambiar esta sesión</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>Chapter before</source>
        <translation>Capítulo anterior</translation>
    </message>
    <message>
        <source>Chapter {n}</source>
        <translation>Capítulo {n}</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Character defects</source>
        <translation>Defectos de carácter</translation>
    </message>
    <message>
        <source>Check the spelling; capital letters count.</source>
        <translation>Revisa cómo está escrito; las mayúsculas cuentan.</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>Címbalos</translation>
    </message>
    <message>
        <source>Choose a file that ends in .opml.</source>
        <translation>Elige un archivo que termine en .opml.</translation>
    </message>
    <message>
        <source>Choose a guided meditation</source>
        <translation>Elegir una meditación guiada</translation>
    </message>
    <message>
        <source>Choose a list of feeds</source>
        <translation>Elegir una lista de canales</translation>
    </message>
    <message>
        <source>Choose a name from the list that comes up while you type.</source>
        <translation>Elige un nombre de la lista que aparece mientras escribes.</translation>
    </message>
    <message>
        <source>Choose a talk, and it plays here.</source>
        <translation>Elige una charla y sonará aquí.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Elige otro archivo.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elige otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>Elegir otra carpeta…</translation>
    </message>
    <message>
        <source>Choose several; Ctrl+A: all; Esc: one</source>
        <translation>Elegir varias; Ctrl+A: todas; Esc: una</translation>
    </message>
    <message>
        <source>Choose the folder that the tapes are in</source>
        <translation>Elegir la carpeta donde están las cintas</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Clear and light, soon gone.</source>
        <translation>Clara y ligera, se apaga pronto.</translation>
    </message>
    <message>
        <source>Clear it</source>
        <translation>Borrarlo</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>Borrar el historial</translation>
    </message>
    <message>
        <source>Clear the queue</source>
        <translation>Vaciar la cola</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close now</source>
        <translation>Cerrar ahora</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Close what is open; on some pages: back</source>
        <translation>Cerrar lo que está abierto; en algunas páginas: atrás</translation>
    </message>
    <message>
        <source>Closing ends it.</source>
        <translation>Al cerrar, termina.</translation>
    </message>
    <message>
        <source>Closing ends it; what you sat is kept.</source>
        <translation>Al cerrar, termina; lo que meditaste se guarda.</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Colecciones</translation>
    </message>
    <message>
        <source>Collections, export and import</source>
        <translation>Colecciones, exportar e importar</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Continue listening</source>
        <translation>Seguir escuchando</translation>
    </message>
    <message>
        <source>Continue {name}, {facts}</source>
        <translation>Continuar {name}, {facts}</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Correct what this is</source>
        <translation>Corregir qué es esto</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corregido</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Corregir…</translation>
    </message>
    <message>
        <source>Counted from the first bell: 5, 12:30, 18.</source>
        <translation>Desde la primera campana: 5, 12:30, 18.</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl − do the same anywhere.</source>
        <translation>Ctrl + y Ctrl − hacen lo mismo en cualquier parte.</translation>
    </message>
    <message>
        <source>Ctrl + and −</source>
        <translation>Ctrl + y −</translation>
    </message>
    <message>
        <source>Ctrl and the arrow keys go from mark to mark</source>
        <translation>Ctrl y las flechas van de marca en marca</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Dark is easier on the eyes at night.</source>
        <translation>El oscuro cansa menos la vista de noche.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Decade</source>
        <translation>Década</translation>
    </message>
    <message>
        <source>Deep bowl</source>
        <translation>Cuenco grave</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Delete the restored copy</source>
        <translation>Borrar la copia restaurada</translation>
    </message>
    <message>
        <source>Denial</source>
        <translation>Negación</translation>
    </message>
    <message>
        <source>Depression</source>
        <translation>Depresión</translation>
    </message>
    <message>
        <source>Detachment</source>
        <translation>Desprendimiento</translation>
    </message>
    <message>
        <source>Discreet mode</source>
        <translation>Modo discreto</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Descartar todo</translation>
    </message>
    <message>
        <source>Dismiss: {what}</source>
        <translation>Descartar: {what}</translation>
    </message>
    <message>
        <source>Do not keep</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Do not refresh</source>
        <translation>No actualizar</translation>
    </message>
    <message>
        <source>Do not tell of it again: {title}</source>
        <translation>No volver a avisar: {title}</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>No esperar</translation>
    </message>
    <message>
        <source>Don't keep it</source>
        <translation>No guardarla</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download 1 talk?</source>
        <translation>¿Descargar 1 charla?</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Volver a descargar</translation>
    </message>
    <message>
        <source>Download again: {title}</source>
        <translation>Volver a descargar: {title}</translation>
    </message>
    <message>
        <source>Download all</source>
        <translation>Descargar todo</translation>
    </message>
    <message>
        <source>Download all again</source>
        <translation>Volver a descargar todo</translation>
    </message>
    <message>
        <source>Download all unheard</source>
        <translation>Descargar lo no escuchado</translation>
    </message>
    <message>
        <source>Download by itself</source>
        <translation>Descargar automáticamente</translation>
    </message>
    <message>
        <source>Download new meditations by itself</source>
        <translation>Descargar meditaciones nuevas automáticamente</translation>
    </message>
    <message>
        <source>Download new talks by itself</source>
        <translation>Descargar charlas nuevas automáticamente</translation>
    </message>
    <message>
        <source>Download now</source>
        <translation>Descargar ahora</translation>
    </message>
    <message>
        <source>Download the series</source>
        <translation>Descargar la serie</translation>
    </message>
    <message>
        <source>Download them</source>
        <translation>Descargarlas</translation>
    </message>
    <message>
        <source>Download them all</source>
        <translation>Descargarlas todas</translation>
    </message>
    <message>
        <source>Download this talk, and its sound can be restored.</source>
        <translation>Descarga esta charla y se podrá restaurar su sonido.</translation>
    </message>
    <message>
        <source>Download {name}, {facts}</source>
        <translation>Descargar {name}, {facts}</translation>
    </message>
    <message>
        <source>Download {n} talks?</source>
        <translation>¿Descargar {n} charlas?</translation>
    </message>
    <message>
        <source>Download {n}?</source>
        <translation>¿Descargar {n}?</translation>
    </message>
    <message>
        <source>Download, hold, or go on</source>
        <translation>Descargar, detener o seguir</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargadas</translation>
    </message>
    <message>
        <source>Downloaded: {title}</source>
        <translation>Descargada: {title}</translation>
    </message>
    <message>
        <source>Downloading {share}</source>
        <translation>Descargando {share}</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Downloads go on at {time}</source>
        <translation>Las descargas siguen a las {time}</translation>
    </message>
    <message>
        <source>Downloads go on the next time Hearthside is open.</source>
        <translation>Las descargas siguen la próxima vez que abras Hearthside.</translation>
    </message>
    <message>
        <source>Downloads under way</source>
        <translation>Descargas en curso</translation>
    </message>
    <message>
        <source>Downloads wait for room</source>
        <translation>Las descargas esperan espacio</translation>
    </message>
    <message>
        <source>Drag a row, or move it with Alt+↑ and Alt+↓. “Move to the top” is in its menu.</source>
        <translation>Arrastra una fila o muévela con Alt+↑ y Alt+↓. “Mover al principio” está en su menú.</translation>
    </message>
    <message>
        <source>Drag a talk to another place, or move it with Alt+↑ and Alt+↓. Delete takes it out.</source>
        <translation>Arrastra una charla a otro sitio o muévela con Alt+↑ y Alt+↓. Supr la saca.</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Each is used unchanged, under its own licence; its source is to be had there. Those under the LGPL are files of their own, which you may replace by your own builds.</source>
        <translation>Cada uno se usa sin cambios, bajo su propia licencia; allí está su código fuente. Los que llevan la LGPL son archivos aparte, que puedes reemplazar por los que compiles tú.</translation>
    </message>
    <message>
        <source>Each kind of thing, where it lies, for how long, and who is asked for what.</source>
        <translation>Cada tipo de cosa, dónde está, cuánto tiempo y a quién se le pide qué.</translation>
    </message>
    <message>
        <source>Emotional sobriety</source>
        <translation>Sobriedad emocional</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>Vaciar el campo</translation>
    </message>
    <message>
        <source>End Hearthside</source>
        <translation>Cerrar Hearthside</translation>
    </message>
    <message>
        <source>End early</source>
        <translation>Terminar antes</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>End of talk</source>
        <translation>Fin de la charla</translation>
    </message>
    <message>
        <source>End the sitting here?</source>
        <translation>¿Terminar la sesión aquí?</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Erase everything now</source>
        <translation>Borrar todo ahora</translation>
    </message>
    <message>
        <source>Erase everything, for good?</source>
        <translation>¿Borrar todo para siempre?</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Borrando…</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc keeps it open.</source>
        <translation>Esc lo deja abierto.</translation>
    </message>
    <message>
        <source>Escape again drops what you changed</source>
        <translation>Esc otra vez descarta los cambios</translation>
    </message>
    <message>
        <source>Evening sitting</source>
        <translation>Sesión de la noche</translation>
    </message>
    <message>
        <source>Evening sitting, Before work…</source>
        <translation>Sesión de la noche, Antes del trabajo…</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>Every day at</source>
        <translation>Cada día a las</translation>
    </message>
    <message>
        <source>Every entry of the log, with its notes. An export keeps a copy.</source>
        <translation>Todo el registro, con sus notas. Al exportar se guarda una copia.</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Cada hora</translation>
    </message>
    <message>
        <source>Every part is here or on its way</source>
        <translation>Todas las partes están aquí o en camino</translation>
    </message>
    <message>
        <source>Every recording is about as loud; a quiet tape is made louder, never harsh.</source>
        <translation>Todas las grabaciones suenan parecido; una cinta baja se sube, sin estridencias.</translation>
    </message>
    <message>
        <source>Every talk is here or on its way</source>
        <translation>Todas las charlas están aquí o en camino</translation>
    </message>
    <message>
        <source>Every {n} hours</source>
        <translation>Cada {n} horas</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Everyone, {talks}</source>
        <translation>Todos, {talks}</translation>
    </message>
    <message>
        <source>Everything but the passwords lies in this one folder, which only you can read.</source>
        <translation>Todo menos las contraseñas está en esta única carpeta, que solo tú puedes leer.</translation>
    </message>
    <message>
        <source>Everything is erased</source>
        <translation>Todo está borrado</translation>
    </message>
    <message>
        <source>Everything is erased, but for what is named here</source>
        <translation>Todo está borrado, salvo lo que aquí se nombra</translation>
    </message>
    <message>
        <source>Everything is paused</source>
        <translation>Todo en pausa</translation>
    </message>
    <message>
        <source>Everything lies in one folder, which Settings shows; it is yours to copy or delete.</source>
        <translation>Todo está en una carpeta que puedes ver en Ajustes; puedes copiarla o borrarla.</translation>
    </message>
    <message>
        <source>Everything that can be done with a talk</source>
        <translation>Todo lo que se puede hacer con una charla</translation>
    </message>
    <message>
        <source>Everything that you have not heard is here or on its way</source>
        <translation>Todo lo que no has escuchado está aquí o en camino</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Export all sittings</source>
        <translation>Exportar todas las sesiones</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Exportar como CSV…</translation>
    </message>
    <message>
        <source>Export bookmarks</source>
        <translation>Exportar marcadores</translation>
    </message>
    <message>
        <source>Export bookmarks…</source>
        <translation>Exportar marcadores…</translation>
    </message>
    <message>
        <source>Export favorites</source>
        <translation>Exportar favoritos</translation>
    </message>
    <message>
        <source>Export favorites…</source>
        <translation>Exportar favoritos…</translation>
    </message>
    <message>
        <source>Export subscriptions</source>
        <translation>Exportar suscripciones</translation>
    </message>
    <message>
        <source>Export the bookmarks</source>
        <translation>Exportar los marcadores</translation>
    </message>
    <message>
        <source>Export this collection</source>
        <translation>Exportar esta colección</translation>
    </message>
    <message>
        <source>Export this collection…</source>
        <translation>Exportar esta colección…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>F or F11</source>
        <translation>F o F11</translation>
    </message>
    <message>
        <source>F2, Del</source>
        <translation>F2, Supr</translation>
    </message>
    <message>
        <source>Fades out over the last minute</source>
        <translation>Baja poco a poco en el último minuto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Failed downloads</source>
        <translation>Descargas con error</translation>
    </message>
    <message>
        <source>Faith</source>
        <translation>Fe</translation>
    </message>
    <message>
        <source>Falls silent when the talk is over</source>
        <translation>Se calla cuando termina la charla</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Favorite</source>
        <translation>Favorito</translation>
    </message>
    <message>
        <source>Favorites</source>
        <translation>Favoritos</translation>
    </message>
    <message>
        <source>Favorites and collections</source>
        <translation>Favoritos y colecciones</translation>
    </message>
    <message>
        <source>Favorites and playlists (*.json *.opml *.m3u8 *.m3u)</source>
        <translation>Favoritos y listas (*.json *.opml *.m3u8 *.m3u)</translation>
    </message>
    <message>
        <source>Favorites of Hearthside (*.json)</source>
        <translation>Favoritos de Hearthside (*.json)</translation>
    </message>
    <message>
        <source>Favorites, talks with bookmarks and downloaded files stay with you.</source>
        <translation>Los favoritos, las charlas con marcadores y los archivos descargados se quedan contigo.</translation>
    </message>
    <message>
        <source>Fear</source>
        <translation>Miedo</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Feed settings</source>
        <translation>Ajustes del canal</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Feeds and downloads that failed stand on the Problems page, with what to do. Nothing is ever reported by itself. Of faults in the program itself there is a log, without titles, names and addresses, which you may read and pass on to whoever helps you.</source>
        <translation>Los canales y descargas que fallaron están en la página Problemas, con lo que puedes hacer. Nunca se informa de nada por sí solo. De los fallos del propio programa hay un registro, sin títulos, nombres ni direcciones, que puedes leer y pasar a quien te ayude.</translation>
    </message>
    <message>
        <source>Feeds and downloads that failed, and what to do.</source>
        <translation>Canales y descargas que fallaron, y qué hacer.</translation>
    </message>
    <message>
        <source>Feeds and recordings are fetched straight from the people who publish them, so they see that somebody asks, as any website does.</source>
        <translation>Los canales y las grabaciones se piden directamente a quienes los publican, así que ellos ven que alguien pregunta, como en cualquier sitio web.</translation>
    </message>
    <message>
        <source>Feeds and talks, favorites, places and bookmarks, in one file. What you remove goes at once; all else stays until you do.</source>
        <translation>Canales y charlas, favoritos, puntos y marcadores, en un archivo. Lo que quitas se va enseguida; lo demás queda hasta que lo quites.</translation>
    </message>
    <message>
        <source>Feeds can be added and removed at any time.</source>
        <translation>Puedes añadir y quitar canales cuando quieras.</translation>
    </message>
    <message>
        <source>Feeds that can be subscribed to</source>
        <translation>Canales disponibles para suscribirse</translation>
    </message>
    <message>
        <source>Feeds that were found</source>
        <translation>Canales encontrados</translation>
    </message>
    <message>
        <source>Feeds to choose from</source>
        <translation>Canales para elegir</translation>
    </message>
    <message>
        <source>Feel both feet on the floor.</source>
        <translation>Siente los dos pies en el suelo.</translation>
    </message>
    <message>
        <source>Feel where the chair or the floor carries you.</source>
        <translation>Siente dónde te sostiene la silla o el suelo.</translation>
    </message>
    <message>
        <source>Fellowship</source>
        <translation>Fraternidad</translation>
    </message>
    <message>
        <source>Fewer conditions find more.</source>
        <translation>Con menos condiciones se encuentra más.</translation>
    </message>
    <message>
        <source>Files are deleted, not overwritten: on a disk without encryption, special tools might still find remains of them.</source>
        <translation>Los archivos se borran, no se sobrescriben: en un disco sin cifrar, herramientas especiales podrían encontrar restos.</translation>
    </message>
    <message>
        <source>Files that were taken away</source>
        <translation>Archivos que ya no están</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Filter the list of feeds</source>
        <translation>Filtrar la lista de canales</translation>
    </message>
    <message>
        <source>Find a talk</source>
        <translation>Buscar una charla</translation>
    </message>
    <message>
        <source>Find in the transcript</source>
        <translation>Buscar en la transcripción</translation>
    </message>
    <message>
        <source>Finding out how it sounds…</source>
        <translation>Escuchando cómo suena…</translation>
    </message>
    <message>
        <source>Finish them first</source>
        <translation>Terminarlas antes</translation>
    </message>
    <message>
        <source>First name and initial</source>
        <translation>Nombre e inicial</translation>
    </message>
    <message>
        <source>Five minutes more</source>
        <translation>Cinco minutos más</translation>
    </message>
    <message>
        <source>Five minutes more, at its end too</source>
        <translation>Cinco minutos más, también al final</translation>
    </message>
    <message>
        <source>Five minutes of silence. There is nothing to get right.</source>
        <translation>Cinco minutos de silencio. No hay nada que hacer bien.</translation>
    </message>
    <message>
        <source>Fold the feed settings</source>
        <translation>Plegar los ajustes del canal</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Food and body</source>
        <translation>Comida y cuerpo</translation>
    </message>
    <message>
        <source>For a spreadsheet (*.csv)</source>
        <translation>Para una hoja de cálculo (*.csv)</translation>
    </message>
    <message>
        <source>For all parts of this series</source>
        <translation>Para todas las partes de esta serie</translation>
    </message>
    <message>
        <source>For eyes that pass by: the title of the window, the tray and the computer's media controls say “Audio” and not what plays, and talks have no pictures. Inside the window the titles stay.</source>
        <translation>Por si alguien mira de paso: el título de la ventana, la bandeja y los controles multimedia del equipo dicen “Audio” y no lo que suena, y las charlas no tienen imágenes. Dentro de la ventana los títulos se quedan.</translation>
    </message>
    <message>
        <source>For feeds that have no speed of their own. The voice keeps its pitch.</source>
        <translation>Para los canales sin velocidad propia. La voz conserva su tono.</translation>
    </message>
    <message>
        <source>For other podcast apps (*.opml)</source>
        <translation>Para otras apps de pódcast (*.opml)</translation>
    </message>
    <message>
        <source>For other programs (*.json)</source>
        <translation>Para otros programas (*.json)</translation>
    </message>
    <message>
        <source>Forget when you listened to what?</source>
        <translation>¿Olvidar qué escuchaste y cuándo?</translation>
    </message>
    <message>
        <source>Forgiveness</source>
        <translation>Perdón</translation>
    </message>
    <message>
        <source>Forward {n} seconds</source>
        <translation>Adelante {n} segundos</translation>
    </message>
    <message>
        <source>Found before</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Found for “{words}”</source>
        <translation>Resultados de “{words}”</translation>
    </message>
    <message>
        <source>Found next</source>
        <translation>Resultado siguiente</translation>
    </message>
    <message>
        <source>Free some now</source>
        <translation>Liberar espacio</translation>
    </message>
    <message>
        <source>Freedom</source>
        <translation>Libertad</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <source>From one of the daily copies, or from a file.</source>
        <translation>De una de las copias diarias o de un archivo.</translation>
    </message>
    <message>
        <source>From the catalogue</source>
        <translation>Del catálogo</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>Desde el principio</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Full screen; Esc leaves it</source>
        <translation>Pantalla completa; Esc sale de ella</translation>
    </message>
    <message>
        <source>GB</source>
        <translation>GB</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Go on as usual</source>
        <translation>Seguir como siempre</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Seguir descargando</translation>
    </message>
    <message>
        <source>Go on sitting</source>
        <translation>Seguir meditando</translation>
    </message>
    <message>
        <source>Go on with “{title}”</source>
        <translation>Seguir con “{title}”</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir ahí</translation>
    </message>
    <message>
        <source>Go there, where the sleep timer was set: {time}</source>
        <translation>Ir ahí, donde se puso el temporizador: {time}</translation>
    </message>
    <message>
        <source>Go to the series</source>
        <translation>Ir a la serie</translation>
    </message>
    <message>
        <source>Go to {name}</source>
        <translation>Ir a {name}</translation>
    </message>
    <message>
        <source>Go to {time}</source>
        <translation>Ir a {time}</translation>
    </message>
    <message>
        <source>Going on</source>
        <translation>Sigue</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Buenas tardes</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Buenas noches</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Buenos días</translation>
    </message>
    <message>
        <source>Good night</source>
        <translation>Buenas noches</translation>
    </message>
    <message>
        <source>Gratitude</source>
        <translation>Gratitud</translation>
    </message>
    <message>
        <source>Grief</source>
        <translation>Duelo</translation>
    </message>
    <message>
        <source>Guided</source>
        <translation>Guiadas</translation>
    </message>
    <message>
        <source>Guided meditation</source>
        <translation>Meditación guiada</translation>
    </message>
    <message>
        <source>Guided meditations</source>
        <translation>Meditaciones guiadas</translation>
    </message>
    <message>
        <source>Guided meditations to choose from</source>
        <translation>Meditaciones guiadas para elegir</translation>
    </message>
    <message>
        <source>Guilt and shame</source>
        <translation>Culpa y vergüenza</translation>
    </message>
    <message>
        <source>Happiness</source>
        <translation>Felicidad</translation>
    </message>
    <message>
        <source>Have the time that is left read aloud</source>
        <translation>Oír en voz alta el tiempo que queda</translation>
    </message>
    <message>
        <source>Hear it</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Hear it: {sound}</source>
        <translation>Escuchar: {sound}</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Escuchadas</translation>
    </message>
    <message>
        <source>Hearthside closes when 1 download is done</source>
        <translation>Hearthside se cerrará al terminar 1 descarga</translation>
    </message>
    <message>
        <source>Hearthside closes when {n} downloads are done</source>
        <translation>Hearthside se cerrará al terminar {n} descargas</translation>
    </message>
    <message>
        <source>Hearthside has no account, counts nothing and reports nothing to anybody.</source>
        <translation>Hearthside no tiene cuenta, no cuenta nada y no informa de nada a nadie.</translation>
    </message>
    <message>
        <source>Hearthside is not affiliated with any fellowship, and none has endorsed it. It stands beside meetings and people; it does not take their place.</source>
        <translation>Hearthside no está afiliado a ninguna fraternidad y ninguna lo ha respaldado. Acompaña a las reuniones y a las personas; no ocupa su lugar.</translation>
    </message>
    <message>
        <source>Hearthside stands beside meetings and people; it does not take their place. It is not affiliated with any fellowship.</source>
        <translation>Hearthside acompaña a las reuniones y a las personas; no ocupa su lugar. No está afiliado a ninguna fraternidad.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Ocultar la contraseña</translation>
    </message>
    <message>
        <source>Hide why this sitting is offered</source>
        <translation>Ocultar por qué se propone esta sesión</translation>
    </message>
    <message>
        <source>Hide why this talk is offered</source>
        <translation>Ocultar por qué se propone esta charla</translation>
    </message>
    <message>
        <source>Highest speed</source>
        <translation>Velocidad máxima</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>History of the fellowships</source>
        <translation>Historia de las fraternidades</translation>
    </message>
    <message>
        <source>Honesty</source>
        <translation>Honestidad</translation>
    </message>
    <message>
        <source>Hope</source>
        <translation>Esperanza</translation>
    </message>
    <message>
        <source>How loud</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>How loud, as you sit</source>
        <translation>Volumen, mientras meditas</translation>
    </message>
    <message>
        <source>How many recordings come at once.</source>
        <translation>Cuántas grabaciones llegan a la vez.</translation>
    </message>
    <message>
        <source>How speakers are named in lists.</source>
        <translation>Cómo aparecen los oradores en las listas.</translation>
    </message>
    <message>
        <source>Humility</source>
        <translation>Humildad</translation>
    </message>
    <message>
        <source>Humor</source>
        <translation>Humor</translation>
    </message>
    <message>
        <source>I sat elsewhere</source>
        <translation>Medité en otro lugar</translation>
    </message>
    <message>
        <source>If something needs putting right, name it. It can wait until you get up.</source>
        <translation>Si hay algo que reparar, nómbralo. Puede esperar a que te levantes.</translation>
    </message>
    <message>
        <source>If you know its address, you can add it by that.</source>
        <translation>Si conoces su dirección, puedes añadirlo con ella.</translation>
    </message>
    <message>
        <source>If you pray, do so now, in your own words. If not, wish yourself and others well.</source>
        <translation>Si rezas, hazlo ahora, con tus palabras. Si no, deséate bien a ti y a los demás.</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Enfermedad</translation>
    </message>
    <message>
        <source>Import favorites</source>
        <translation>Importar favoritos</translation>
    </message>
    <message>
        <source>Import it again</source>
        <translation>Volver a importar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>In a list of talks</source>
        <translation>En una lista de charlas</translation>
    </message>
    <message>
        <source>In a list: open; on a button: press, as Space does</source>
        <translation>En una lista: abrir; en un botón: pulsar, como Espacio</translation>
    </message>
    <message>
        <source>In a sitting</source>
        <translation>En una sesión</translation>
    </message>
    <message>
        <source>In the feed: {title}</source>
        <translation>En el canal: {title}</translation>
    </message>
    <message>
        <source>In the notes</source>
        <translation>En las notas</translation>
    </message>
    <message>
        <source>In the queue, in a collection, among sittings: move</source>
        <translation>En la cola, en una colección, entre las sesiones: mover</translation>
    </message>
    <message>
        <source>In the tray, sound and downloads go on; Ctrl+Q ends Hearthside.</source>
        <translation>En la bandeja, el sonido y las descargas siguen; Ctrl+Q cierra Hearthside.</translation>
    </message>
    <message>
        <source>In. And out.</source>
        <translation>Dentro. Y fuera.</translation>
    </message>
    <message>
        <source>Inventory</source>
        <translation>Inventario</translation>
    </message>
    <message>
        <source>It asks only the servers of the feeds that you chose: for the feed, for a recording that you play or download, for its chapters and transcript. They see what every website sees: that this address of the network asked, and when.</source>
        <translation>Solo pregunta a los servidores de los canales que elegiste: por el canal, por una grabación que escuchas o descargas, por sus capítulos y su transcripción. Ven lo que ve cualquier sitio web: que esta dirección de la red preguntó, y cuándo.</translation>
    </message>
    <message>
        <source>It begins with the sitting and ends with it.</source>
        <translation>Empieza con la sesión y termina con ella.</translation>
    </message>
    <message>
        <source>It can be changed at any time.</source>
        <translation>Se puede cambiar cuando quieras.</translation>
    </message>
    <message>
        <source>It comes when you resume them.</source>
        <translation>Llegará cuando las reanudes.</translation>
    </message>
    <message>
        <source>It could not be read so far</source>
        <translation>Hasta ahora no se pudo leer</translation>
    </message>
    <message>
        <source>It ends at {time}.</source>
        <translation>Termina en {time}.</translation>
    </message>
    <message>
        <source>It goes on the next time Hearthside is open.</source>
        <translation>Sigue la próxima vez que abras Hearthside.</translation>
    </message>
    <message>
        <source>It goes on while you look around.</source>
        <translation>Sigue mientras miras otras cosas.</translation>
    </message>
    <message>
        <source>It has to last a little.</source>
        <translation>Tiene que durar un poco.</translation>
    </message>
    <message>
        <source>It holds for speaker, fellowship, event, place, year and the series' name.</source>
        <translation>Vale para orador, fraternidad, evento, lugar, año y el nombre de la serie.</translation>
    </message>
    <message>
        <source>It is as it was on the first day</source>
        <translation>Está como el primer día</translation>
    </message>
    <message>
        <source>It is being restored. You can listen meanwhile.</source>
        <translation>Se está restaurando. Mientras tanto puedes escucharla.</translation>
    </message>
    <message>
        <source>It is fading out</source>
        <translation>Va bajando poco a poco</translation>
    </message>
    <message>
        <source>It is fetched from their server and kept here.</source>
        <translation>Se trae de su servidor y se guarda aquí.</translation>
    </message>
    <message>
        <source>It is past {time}, the time you chose.</source>
        <translation>Ya pasan de las {time}, la hora que elegiste.</translation>
    </message>
    <message>
        <source>It is read from there from now on</source>
        <translation>Desde ahora se lee de ahí</translation>
    </message>
    <message>
        <source>It is restored.</source>
        <translation>Está restaurada.</translation>
    </message>
    <message>
        <source>It is {time}, the time you chose.</source>
        <translation>Son las {time}, la hora que elegiste.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Necesita un nombre.</translation>
    </message>
    <message>
        <source>It plays after settling in; silence follows up to the length.</source>
        <translation>Suena después de acomodarse; luego, silencio hasta el final.</translation>
    </message>
    <message>
        <source>It sounds fine as it is.</source>
        <translation>Suena bien tal como está.</translation>
    </message>
    <message>
        <source>It stands under Favorites, and fills itself with every talk that is like this, also with those to come.</source>
        <translation>Está en Favoritos y se llena sola con todas las charlas así, también con las que vengan.</translation>
    </message>
    <message>
        <source>It takes minutes of the computer's strength for each old tape.</source>
        <translation>Cada cinta antigua ocupa al ordenador unos minutos.</translation>
    </message>
    <message>
        <source>It takes the place of your library with its places, favorites and notes. The one of now is set aside among the backups, not lost. Recordings and settings stay; what stands in the copy and is no longer on the disk can be downloaded again.</source>
        <translation>Ocupa el lugar de tu biblioteca con sus puntos, favoritos y notas. La de ahora se aparta entre las copias de seguridad, no se pierde. Las grabaciones y los ajustes quedan; lo que está en la copia y ya no en el disco se puede descargar de nuevo.</translation>
    </message>
    <message>
        <source>It waits in your queue.</source>
        <translation>Espera en tu cola.</translation>
    </message>
    <message>
        <source>It waits: all downloads are paused</source>
        <translation>Espera: todas las descargas están en pausa</translation>
    </message>
    <message>
        <source>Its file is not in its folder just now.</source>
        <translation>Su archivo no está en su carpeta ahora mismo.</translation>
    </message>
    <message>
        <source>Its file was taken away from this computer. It can be downloaded again.</source>
        <translation>Su archivo ya no está en este equipo. Se puede volver a descargar.</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>Its publisher names no recording here, so there is nothing to play.</source>
        <translation>Quien la publica no indica aquí ninguna grabación, así que no hay nada que reproducir.</translation>
    </message>
    <message>
        <source>Its talks stay favorites.</source>
        <translation>Sus charlas siguen en favoritos.</translation>
    </message>
    <message>
        <source>Its talks, and your places in them, are kept when you change it.</source>
        <translation>Sus charlas, y tus puntos en ellas, se conservan al cambiarla.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Conservar todo</translation>
    </message>
    <message>
        <source>Keep going in the tray</source>
        <translation>Seguir en la bandeja</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Keep it in the log</source>
        <translation>Guardarla en el registro</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message>
        <source>Keep them again</source>
        <translation>Volver a guardarlas</translation>
    </message>
    <message>
        <source>Keep this name</source>
        <translation>Conservar este nombre</translation>
    </message>
    <message>
        <source>Keep what came</source>
        <translation>Guardar lo que llegó</translation>
    </message>
    <message>
        <source>Keep what came: {title}</source>
        <translation>Guardar lo que llegó: {title}</translation>
    </message>
    <message>
        <source>Key +</source>
        <translation>Tecla +</translation>
    </message>
    <message>
        <source>Key Esc</source>
        <translation>Tecla Esc</translation>
    </message>
    <message>
        <source>Key Space</source>
        <translation>Tecla Espacio</translation>
    </message>
    <message>
        <source>Key {keys}</source>
        <translation>Tecla {keys}</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>Tecla: {key}</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys F and F11</source>
        <translation>Teclas F y F11</translation>
    </message>
    <message>
        <source>Keys {keys}</source>
        <translation>Teclas {keys}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Large and low, and very long.</source>
        <translation>Grande y grave, y muy largo.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Larger and smaller text; Ctrl+0 for the usual size</source>
        <translation>Texto más grande y más pequeño; Ctrl+0, el tamaño habitual</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Dejar todo como está</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Salir de pantalla completa</translation>
    </message>
    <message>
        <source>Leaves room for others on the same connection.</source>
        <translation>Deja sitio a otras personas en la misma conexión.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Length in minutes</source>
        <translation>Duración en minutos</translation>
    </message>
    <message>
        <source>Length: {time}</source>
        <translation>Duración: {time}</translation>
    </message>
    <message>
        <source>Let go, and it is added.</source>
        <translation>Suelta y se añadirá.</translation>
    </message>
    <message>
        <source>Let the day stop here for a while.</source>
        <translation>Deja que el día se detenga aquí un rato.</translation>
    </message>
    <message>
        <source>Let your shoulders drop.</source>
        <translation>Deja caer los hombros.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Biblioteca</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Limit of the speed: {speed}</source>
        <translation>Límite de velocidad: {speed}</translation>
    </message>
    <message>
        <source>Limit {speed}</source>
        <translation>Límite {speed}</translation>
    </message>
    <message>
        <source>Line {n}: begin it with a time, like 1:30.</source>
        <translation>Línea {n}: empiézala con un tiempo, como 1:30.</translation>
    </message>
    <message>
        <source>Line {n}: {time} is there already.</source>
        <translation>Línea {n}: {time} ya está.</translation>
    </message>
    <message>
        <source>Line {n}: {time} lies after the end.</source>
        <translation>Línea {n}: {time} queda después del final.</translation>
    </message>
    <message>
        <source>Listen to speaker tapes at home, sit in quiet with a timer, and keep the talks that help you. It is private: there is no account, and nothing leaves this computer but requests to the feeds that you choose.</source>
        <translation>Escucha charlas de oradores en casa, medita en silencio con un temporizador y guarda las charlas que te ayudan. Es privado: no hay cuenta, y de este equipo no sale nada salvo las peticiones a los canales que elijas.</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Lists of feeds (*.opml *.xml)</source>
        <translation>Listas de canales (*.opml *.xml)</translation>
    </message>
    <message>
        <source>Loading {share}</source>
        <translation>Cargando {share}</translation>
    </message>
    <message>
        <source>Loneliness</source>
        <translation>Soledad</translation>
    </message>
    <message>
        <source>Longer</source>
        <translation>Más larga</translation>
    </message>
    <message>
        <source>Look around you. Go on when you are ready.</source>
        <translation>Mira a tu alrededor. Sigue cuando quieras.</translation>
    </message>
    <message>
        <source>Look for it in its folder</source>
        <translation>Buscarla en su carpeta</translation>
    </message>
    <message>
        <source>Look through the favorites</source>
        <translation>Ver los favoritos</translation>
    </message>
    <message>
        <source>Look through the talks</source>
        <translation>Ver las charlas</translation>
    </message>
    <message>
        <source>Looking for a feed at {where}…</source>
        <translation>Buscando un canal en {where}…</translation>
    </message>
    <message>
        <source>Louder and softer</source>
        <translation>Más alto y más bajo</translation>
    </message>
    <message>
        <source>Louder, now {share}</source>
        <translation>Más alto, ahora {share}</translation>
    </message>
    <message>
        <source>Louder: {sound}</source>
        <translation>Más alto: {sound}</translation>
    </message>
    <message>
        <source>Loudness {before}, now {after} LUFS</source>
        <translation>Volumen {before}, ahora {after} LUFS</translation>
    </message>
    <message>
        <source>Love</source>
        <translation>Amor</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Made smaller from the files of your own tapes, so that they show fast.</source>
        <translation>Reducidas de los archivos de tus cintas, para mostrarlas rápido.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Make another like it</source>
        <translation>Crear otra parecida</translation>
    </message>
    <message>
        <source>Make one of your own, or bring back those of the first day.</source>
        <translation>Crea una propia o recupera las del primer día.</translation>
    </message>
    <message>
        <source>Making amends</source>
        <translation>Reparar el daño</translation>
    </message>
    <message>
        <source>Mark as heard</source>
        <translation>Marcar como escuchada</translation>
    </message>
    <message>
        <source>Mark as heard, or as not heard</source>
        <translation>Marcar como escuchada o como no escuchada</translation>
    </message>
    <message>
        <source>Mark as not heard</source>
        <translation>Marcar como no escuchada</translation>
    </message>
    <message>
        <source>Meditation</source>
        <translation>Meditación</translation>
    </message>
    <message>
        <source>Meditation talks</source>
        <translation>Charlas sobre meditación</translation>
    </message>
    <message>
        <source>Meditations</source>
        <translation>Meditaciones</translation>
    </message>
    <message>
        <source>Meditations that came with Hearthside. They need no connection.</source>
        <translation>Meditaciones que vienen con Hearthside. No necesitan conexión.</translation>
    </message>
    <message>
        <source>Meditations to begin with</source>
        <translation>Meditaciones para empezar</translation>
    </message>
    <message>
        <source>Men in recovery</source>
        <translation>Hombres en recuperación</translation>
    </message>
    <message>
        <source>Menu key</source>
        <translation>Tecla Menú</translation>
    </message>
    <message>
        <source>Mini player</source>
        <translation>Minirreproductor</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Minutes between the bells on the way.</source>
        <translation>Minutos entre las campanas intermedias.</translation>
    </message>
    <message>
        <source>Minutes, like 20, or minutes and seconds, like 7:30.</source>
        <translation>Minutos, como 20, o minutos y segundos, como 7:30.</translation>
    </message>
    <message>
        <source>Minutes, like 5, or minutes and seconds, like 7:30.</source>
        <translation>Minutos, como 5, o minutos y segundos, como 7:30.</translation>
    </message>
    <message>
        <source>Minutes, or minutes and seconds: 7:30.</source>
        <translation>Minutos, o minutos y segundos: 7:30.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Falta</translation>
    </message>
    <message>
        <source>Missing from its folder</source>
        <translation>Falta en su carpeta</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Dinero</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More about this speaker</source>
        <translation>Más sobre este orador</translation>
    </message>
    <message>
        <source>More about {name}</source>
        <translation>Más sobre {name}</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>More time: {n} minutes, at full volume</source>
        <translation>Más tiempo: {n} minutos, a todo volumen</translation>
    </message>
    <message>
        <source>Morning quiet</source>
        <translation>Calma de la mañana</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Mover después</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Mover antes</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Mover al principio</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Nombre de la colección</translation>
    </message>
    <message>
        <source>Name of the new collection</source>
        <translation>Nombre de la nueva colección</translation>
    </message>
    <message>
        <source>Name of this feed</source>
        <translation>Nombre de este canal</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Never favorites, nor what is bookmarked, queued or half heard.</source>
        <translation>Nunca los favoritos, ni lo que tiene marcador, está en la cola o a medias.</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Nueva colección</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Nueva colección…</translation>
    </message>
    <message>
        <source>New sitting</source>
        <translation>Nueva sesión</translation>
    </message>
    <message>
        <source>New sittings are not kept</source>
        <translation>Las sesiones nuevas no se guardan</translation>
    </message>
    <message>
        <source>New sittings are not kept; Settings can change that.</source>
        <translation>Las sesiones nuevas no se guardan; puedes cambiarlo en Ajustes.</translation>
    </message>
    <message>
        <source>New talks</source>
        <translation>Charlas nuevas</translation>
    </message>
    <message>
        <source>New talks wait for a connection that is not paid by use</source>
        <translation>Las charlas nuevas esperan una conexión que no se paga por uso</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>Nuevo: {what}</translation>
    </message>
    <message>
        <source>Newcomers</source>
        <translation>Recién llegados</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero las nuevas</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Capítulo siguiente</translation>
    </message>
    <message>
        <source>Next in the queue</source>
        <translation>Siguiente de la cola</translation>
    </message>
    <message>
        <source>Next part ›</source>
        <translation>Parte siguiente ›</translation>
    </message>
    <message>
        <source>Next part: {talk}</source>
        <translation>Parte siguiente: {talk}</translation>
    </message>
    <message>
        <source>Next try on {day} at {time}.</source>
        <translation>Próximo intento el {day} a las {time}.</translation>
    </message>
    <message>
        <source>Next try today at {time}.</source>
        <translation>Próximo intento hoy a las {time}.</translation>
    </message>
    <message>
        <source>Next try tomorrow at {time}.</source>
        <translation>Próximo intento mañana a las {time}.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>No answer for “{words}”</source>
        <translation>Sin respuesta para “{words}”</translation>
    </message>
    <message>
        <source>No bells</source>
        <translation>Sin campanas</translation>
    </message>
    <message>
        <source>No bells. It ends at {time}, without a sound.</source>
        <translation>Sin campanas. Termina en {time}, sin ningún sonido.</translation>
    </message>
    <message>
        <source>No bookmark has “{words}”</source>
        <translation>Ningún marcador tiene “{words}”</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Aún no hay marcadores</translation>
    </message>
    <message>
        <source>No directory has answered</source>
        <translation>Ningún directorio ha respondido</translation>
    </message>
    <message>
        <source>No favorites yet</source>
        <translation>Aún no hay favoritos</translation>
    </message>
    <message>
        <source>No guided meditation has these words</source>
        <translation>Ninguna meditación guiada tiene estas palabras</translation>
    </message>
    <message>
        <source>No guided meditations yet</source>
        <translation>Aún no hay meditaciones guiadas</translation>
    </message>
    <message>
        <source>No history is kept</source>
        <translation>No se guarda historial</translation>
    </message>
    <message>
        <source>No history is kept any more; what stands here is from before.</source>
        <translation>Ya no se guarda el historial; lo que hay aquí es de antes.</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sin límite</translation>
    </message>
    <message>
        <source>No longer on this computer</source>
        <translation>Ya no está en este equipo</translation>
    </message>
    <message>
        <source>No meditations yet</source>
        <translation>Aún no hay meditaciones</translation>
    </message>
    <message>
        <source>No other speaker is called “{name}”</source>
        <translation>No hay otro orador llamado “{name}”</translation>
    </message>
    <message>
        <source>No passwords</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>No setting fits “{words}”</source>
        <translation>Ningún ajuste para “{words}”</translation>
    </message>
    <message>
        <source>No sitting is written down here</source>
        <translation>Aquí no hay ninguna sesión anotada</translation>
    </message>
    <message>
        <source>No sittings to begin</source>
        <translation>No hay sesiones para empezar</translation>
    </message>
    <message>
        <source>No sittings yet</source>
        <translation>Aún no hay sesiones</translation>
    </message>
    <message>
        <source>No sleep timer</source>
        <translation>Sin temporizador</translation>
    </message>
    <message>
        <source>No speaker feeds yet</source>
        <translation>Aún no hay canales de oradores</translation>
    </message>
    <message>
        <source>No talk is like this</source>
        <translation>Ninguna charla es así</translation>
    </message>
    <message>
        <source>No talk is like this now</source>
        <translation>Ahora ninguna charla es así</translation>
    </message>
    <message>
        <source>No talks</source>
        <translation>Sin charlas</translation>
    </message>
    <message>
        <source>No talks yet</source>
        <translation>Aún no hay charlas</translation>
    </message>
    <message>
        <source>Nobody knows yet how long it is.</source>
        <translation>Aún no se sabe cuánto dura.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Not everything is erased yet</source>
        <translation>Aún no está todo borrado</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No aparece</translation>
    </message>
    <message>
        <source>Not heard</source>
        <translation>Sin escuchar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Sin acceso</translation>
    </message>
    <message>
        <source>Not the same person: {name}</source>
        <translation>No es la misma persona: {name}</translation>
    </message>
    <message>
        <source>Not this one</source>
        <translation>Esta no</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note beside the star</source>
        <translation>Nota junto a la estrella</translation>
    </message>
    <message>
        <source>Note beside {talk}</source>
        <translation>Nota junto a {talk}</translation>
    </message>
    <message>
        <source>Note of the bookmark at {time}</source>
        <translation>Nota del marcador en {time}</translation>
    </message>
    <message>
        <source>Note: {what}</source>
        <translation>Nota: {what}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Nothing else sounds before it is over.</source>
        <translation>Antes de que termine no suena nada más.</translation>
    </message>
    <message>
        <source>Nothing found for “{words}”</source>
        <translation>No se encontró nada con “{words}”</translation>
    </message>
    <message>
        <source>Nothing heard to remove</source>
        <translation>Nada escuchado que quitar</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Aquí aún no hay nada</translation>
    </message>
    <message>
        <source>Nothing in it was new</source>
        <translation>No había nada nuevo</translation>
    </message>
    <message>
        <source>Nothing in the list fits “{words}”</source>
        <translation>Nada de la lista coincide con “{words}”</translation>
    </message>
    <message>
        <source>Nothing in this collection yet</source>
        <translation>Esta colección aún está vacía</translation>
    </message>
    <message>
        <source>Nothing is downloaded yet</source>
        <translation>Aún no hay nada descargado</translation>
    </message>
    <message>
        <source>Nothing is half heard. Perhaps this one?</source>
        <translation>No hay nada a medias. ¿Quizá esta?</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>No suena nada</translation>
    </message>
    <message>
        <source>Nothing is running. Which one would you like to begin?</source>
        <translation>No hay ninguna en curso. ¿Cuál quieres empezar?</translation>
    </message>
    <message>
        <source>Nothing is under way</source>
        <translation>No hay nada en curso</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>No hay nada en espera</translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>No hay ningún problema</translation>
    </message>
    <message>
        <source>Nothing new since the last time</source>
        <translation>Nada nuevo desde la última vez</translation>
    </message>
    <message>
        <source>Nothing of Hearthside is left on this computer but the program.</source>
        <translation>De Hearthside no queda en este equipo más que el programa.</translation>
    </message>
    <message>
        <source>Nothing that stays</source>
        <translation>Nada que quede</translation>
    </message>
    <message>
        <source>Nothing was found for “{words}”</source>
        <translation>No se encontró nada con “{words}”</translation>
    </message>
    <message>
        <source>Nothing was listened to yet</source>
        <translation>Aún no has escuchado nada</translation>
    </message>
    <message>
        <source>Notice one breath. Then the next.</source>
        <translation>Observa una respiración. Luego la siguiente.</translation>
    </message>
    <message>
        <source>Now playing</source>
        <translation>Sonando ahora</translation>
    </message>
    <message>
        <source>Now try the download again.</source>
        <translation>Ahora prueba otra vez la descarga.</translation>
    </message>
    <message>
        <source>Of feeds that ask for one, in the computer's own keyring under “Hearthside”. Until you unsubscribe. Here stand only the names of the accounts.</source>
        <translation>De los canales que piden una, en el llavero del equipo bajo “Hearthside”. Hasta que canceles la suscripción. Aquí solo están los nombres de las cuentas.</translation>
    </message>
    <message>
        <source>Of how many</source>
        <translation>De cuántas</translation>
    </message>
    <message>
        <source>Of this window; what feeds say stays as it is.</source>
        <translation>De esta ventana; lo que dicen los canales queda como está.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero las antiguas</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>On Meditations: begin a sitting</source>
        <translation>En Meditaciones: empezar una sesión</translation>
    </message>
    <message>
        <source>On Today, on Meditations: begin the sitting that is offered</source>
        <translation>En Hoy, en Meditaciones: empezar la sesión propuesta</translation>
    </message>
    <message>
        <source>On a connection that is paid by use</source>
        <translation>Con una conexión que se paga por uso</translation>
    </message>
    <message>
        <source>On a sitting’s card, in the log: change; remove</source>
        <translation>En la tarjeta de una sesión, en el registro: cambiar; quitar</translation>
    </message>
    <message>
        <source>On any page, choose “Add to a collection” in the menu of a talk.</source>
        <translation>En cualquier página, elige “Añadir a una colección” en el menú de una charla.</translation>
    </message>
    <message>
        <source>On start</source>
        <translation>Al iniciar</translation>
    </message>
    <message>
        <source>On the line of a talk: its tenths; its marks</source>
        <translation>En la línea de una charla: sus décimas partes; sus marcas</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>Una vez al día</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>Una vez a la semana</translation>
    </message>
    <message>
        <source>Once its talks are listed, import the file again to fill the gaps.</source>
        <translation>Cuando sus charlas aparezcan, vuelve a importar el archivo para completar lo que falta.</translation>
    </message>
    <message>
        <source>One day at a time</source>
        <translation>Un día a la vez</translation>
    </message>
    <message>
        <source>One is made each day; the newest five are kept.</source>
        <translation>Se hace una cada día; se conservan las cinco últimas.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>One more slow breath.</source>
        <translation>Una respiración lenta más.</translation>
    </message>
    <message>
        <source>One of the library each day; the newest five are kept. What was set aside when a library was replaced or renewed stays until you delete it.</source>
        <translation>Una de la biblioteca cada día; se conservan las cinco últimas. Lo que se apartó al reemplazar o renovar una biblioteca queda hasta que lo borres.</translation>
    </message>
    <message>
        <source>One of the newest talks of your feeds that you have not heard.</source>
        <translation>Una de las charlas más nuevas de tus canales que no has escuchado.</translation>
    </message>
    <message>
        <source>One of the newest talks on this computer that you have not heard.</source>
        <translation>Una de las charlas más nuevas de este equipo que no has escuchado.</translation>
    </message>
    <message>
        <source>Only on this computer.</source>
        <translation>Solo en este equipo.</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>Solo cuando lo pida</translation>
    </message>
    <message>
        <source>Only when nothing plays</source>
        <translation>Solo cuando no suene nada</translation>
    </message>
    <message>
        <source>Only {times}</source>
        <translation>Solo {times}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open its page on the web</source>
        <translation>Abrir su página en la web</translation>
    </message>
    <message>
        <source>Open the series {name}, {facts}</source>
        <translation>Abrir la serie {name}, {facts}</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Abrir los ajustes</translation>
    </message>
    <message>
        <source>Open the talk that plays</source>
        <translation>Abrir la charla que suena</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Abrir {name}</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Other times…</source>
        <translation>Otro horario…</translation>
    </message>
    <message>
        <source>Other words, or fewer, may find it.</source>
        <translation>Con otras palabras, o menos, quizá aparezca.</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>Otro…</translation>
    </message>
    <message>
        <source>Outside of the folder</source>
        <translation>Fuera de la carpeta</translation>
    </message>
    <message>
        <source>Outside these hours they wait; “Download now” in a talk's menu does not.</source>
        <translation>Fuera de ese horario esperan; “Descargar ahora”, en el menú de una charla, no.</translation>
    </message>
    <message>
        <source>Pages and subscriptions</source>
        <translation>Páginas y suscripciones</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Partes</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Contraseñas</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Pause or go on; end early</source>
        <translation>Pausar o seguir; terminar antes</translation>
    </message>
    <message>
        <source>Pause the download</source>
        <translation>Pausar la descarga</translation>
    </message>
    <message>
        <source>Pause this feed</source>
        <translation>Pausar este canal</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Paused at {share}</source>
        <translation>En pausa al {share}</translation>
    </message>
    <message>
        <source>Paused, it is refreshed only when you press Refresh.</source>
        <translation>En pausa, solo se actualiza cuando pulsas Actualizar.</translation>
    </message>
    <message>
        <source>Paused, {share}</source>
        <translation>En pausa, {share}</translation>
    </message>
    <message>
        <source>Paused: it is refreshed only when you press Refresh.</source>
        <translation>En pausa: solo se actualiza cuando pulsas Actualizar.</translation>
    </message>
    <message>
        <source>Pick the talks of the other person</source>
        <translation>Elige las charlas de la otra persona</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures in show notes are never loaded; a link opens in your browser when you press it.</source>
        <translation>Las imágenes de las notas nunca se cargan; un enlace se abre en tu navegador cuando lo pulsas.</translation>
    </message>
    <message>
        <source>Pitch stays natural</source>
        <translation>El tono sigue natural</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Place: {place}</source>
        <translation>Punto: {place}</translation>
    </message>
    <message>
        <source>Place: {place} of {whole}</source>
        <translation>Punto: {place} de {whole}</translation>
    </message>
    <message>
        <source>Places, history, presets and settings.</source>
        <translation>Puntos, historial, sesiones preparadas y ajustes.</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Reproducir desde aquí</translation>
    </message>
    <message>
        <source>Play from the start</source>
        <translation>Reproducir desde el inicio</translation>
    </message>
    <message>
        <source>Play from where it began, {time}</source>
        <translation>Reproducir desde donde empezó, {time}</translation>
    </message>
    <message>
        <source>Play from where the sleep timer was set, {time}</source>
        <translation>Reproducir desde donde se puso el temporizador, {time}</translation>
    </message>
    <message>
        <source>Play from {time}</source>
        <translation>Reproducir desde {time}</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Reproducir después</translation>
    </message>
    <message>
        <source>Play on from {time}</source>
        <translation>Seguir desde {time}</translation>
    </message>
    <message>
        <source>Play on, do not stop</source>
        <translation>Seguir sin parar</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Play the talk to bookmark a place in it</source>
        <translation>Reproduce la charla para poner en ella un marcador</translation>
    </message>
    <message>
        <source>Play {name} from its start, {facts}</source>
        <translation>Reproducir {name} desde el principio, {facts}</translation>
    </message>
    <message>
        <source>Play {n} minutes, then stop</source>
        <translation>Reproducir {n} minutos y parar</translation>
    </message>
    <message>
        <source>Playlist (*.m3u8)</source>
        <translation>Lista (*.m3u8)</translation>
    </message>
    <message>
        <source>Powerlessness</source>
        <translation>Impotencia</translation>
    </message>
    <message>
        <source>Prayer</source>
        <translation>Oración</translation>
    </message>
    <message>
        <source>Press B while you listen, or the flag in the player, to keep a place; here you find them all, with your notes.</source>
        <translation>Pulsa B mientras escuchas, o la bandera del reproductor, para conservar un punto; aquí los encuentras todos, con tus notas.</translation>
    </message>
    <message>
        <source>Press Q on a talk, or choose “Add to the end of the queue” in its menu. What is here plays one after the other.</source>
        <translation>Pulsa Q en una charla o elige “Añadir al final de la cola” en su menú. Lo que hay aquí suena una tras otra.</translation>
    </message>
    <message>
        <source>Press the star beside a talk that helped you, or S on its row. It is kept here, and its recording is never cleaned away.</source>
        <translation>Pulsa la estrella junto a una charla que te ayudó, o S en su fila. Se guarda aquí y su grabación nunca se elimina.</translation>
    </message>
    <message>
        <source>Press “Download” beside a talk, and it is here when there is no connection.</source>
        <translation>Pulsa “Descargar” junto a una charla y la tendrás aquí cuando no haya conexión.</translation>
    </message>
    <message>
        <source>Previous part: {talk}</source>
        <translation>Parte anterior: {talk}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Problems and settings</source>
        <translation>Problemas y ajustes</translation>
    </message>
    <message>
        <source>Problems, 1 problem</source>
        <translation>Problemas, 1 problema</translation>
    </message>
    <message>
        <source>Problems, {n} problems</source>
        <translation>Problemas, {n} problemas</translation>
    </message>
    <message>
        <source>Put among the favorites; on a talk’s page too</source>
        <translation>Poner entre los favoritos; también en la página de una charla</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Q, Shift+Q</source>
        <translation>Q, Mayús+Q</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En cola</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Reading the tapes in {name}…</source>
        <translation>Leyendo las cintas de {name}…</translation>
    </message>
    <message>
        <source>Reading what is in it…</source>
        <translation>Leyendo lo que hay dentro…</translation>
    </message>
    <message>
        <source>Reading what is in them…</source>
        <translation>Leyendo lo que hay dentro…</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Leyendo {name}…</translation>
    </message>
    <message>
        <source>Ready to play</source>
        <translation>Para escuchar ya</translation>
    </message>
    <message>
        <source>Recorded speakers and meditations, kept on your computer</source>
        <translation>Charlas grabadas y meditaciones, guardadas en tu equipo</translation>
    </message>
    <message>
        <source>Recorded speakers and meditations, kept on your computer. Hearthside plays talks from the feeds that you choose, downloads them for when there is no connection, and times your sittings.</source>
        <translation>Charlas grabadas y meditaciones, guardadas en tu equipo. Hearthside reproduce charlas de los canales que eliges, las descarga para cuando no haya conexión y mide el tiempo de tus sesiones.</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <source>Recovery shows</source>
        <translation>Programas de recuperación</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Refresh all feeds</source>
        <translation>Actualizar todos los canales</translation>
    </message>
    <message>
        <source>Refresh by itself</source>
        <translation>Actualizar automáticamente</translation>
    </message>
    <message>
        <source>Refresh the feed</source>
        <translation>Actualizar el canal</translation>
    </message>
    <message>
        <source>Refresh the feed: {what}</source>
        <translation>Actualizar el canal: {what}</translation>
    </message>
    <message>
        <source>Refresh this feed by itself again</source>
        <translation>Volver a actualizar este canal automáticamente</translation>
    </message>
    <message>
        <source>Refreshing {n} of {all}</source>
        <translation>Actualizando {n} de {all}</translation>
    </message>
    <message>
        <source>Refreshing…</source>
        <translation>Actualizando…</translation>
    </message>
    <message>
        <source>Relapse</source>
        <translation>Recaída</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Relaciones</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove ({n})…</source>
        <translation>Quitar ({n})…</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Quitar todas</translation>
    </message>
    <message>
        <source>Remove all sittings</source>
        <translation>Quitar todas las sesiones</translation>
    </message>
    <message>
        <source>Remove all sittings?</source>
        <translation>¿Quitar todas las sesiones?</translation>
    </message>
    <message>
        <source>Remove all…</source>
        <translation>Quitar todas…</translation>
    </message>
    <message>
        <source>Remove from favorites</source>
        <translation>Quitar de favoritos</translation>
    </message>
    <message>
        <source>Remove heard talks ({n}, {size})…</source>
        <translation>Quitar charlas escuchadas ({n}, {size})…</translation>
    </message>
    <message>
        <source>Remove the bookmark</source>
        <translation>Quitar el marcador</translation>
    </message>
    <message>
        <source>Remove the bookmark at {time}</source>
        <translation>Quitar el marcador en {time}</translation>
    </message>
    <message>
        <source>Remove the collection</source>
        <translation>Quitar la colección</translation>
    </message>
    <message>
        <source>Remove the download</source>
        <translation>Quitar la descarga</translation>
    </message>
    <message>
        <source>Remove this feed</source>
        <translation>Quitar este canal</translation>
    </message>
    <message>
        <source>Remove this sitting</source>
        <translation>Quitar esta sesión</translation>
    </message>
    <message>
        <source>Remove what was heard</source>
        <translation>Quitar lo escuchado</translation>
    </message>
    <message>
        <source>Remove {many} that you have heard, {size}? Never touched: favorites, what is bookmarked or in the queue, what you are in the middle of, what you have not heard yet, and tapes in folders of your own.</source>
        <translation>¿Quitar {many} que ya escuchaste, {size}? Nunca se tocan: los favoritos, lo que tiene marcador o está en la cola, lo que tienes a medias, lo que aún no has escuchado y las cintas de tus propias carpetas.</translation>
    </message>
    <message>
        <source>Remove {n} sittings</source>
        <translation>Quitar {n} sesiones</translation>
    </message>
    <message>
        <source>Remove “{title}”?</source>
        <translation>¿Quitar “{title}”?</translation>
    </message>
    <message>
        <source>Removed from {places}</source>
        <translation>Quitado de {places}</translation>
    </message>
    <message>
        <source>Removed: 1 sitting</source>
        <translation>Quitada: 1 sesión</translation>
    </message>
    <message>
        <source>Removed: the bookmark at {time}</source>
        <translation>Quitado: el marcador en {time}</translation>
    </message>
    <message>
        <source>Removed: {n} sittings</source>
        <translation>Quitadas: {n} sesiones</translation>
    </message>
    <message>
        <source>Removed: “{name}”</source>
        <translation>Quitado: “{name}”</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Rename a collection, change a note</source>
        <translation>Cambiar el nombre de una colección o una nota</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Reorder</source>
        <translation>Reordenar</translation>
    </message>
    <message>
        <source>Resentment</source>
        <translation>Resentimiento</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Restore it anyway</source>
        <translation>Restaurarla de todos modos</translation>
    </message>
    <message>
        <source>Restore its tapes by itself</source>
        <translation>Restaurar sus cintas sin preguntar</translation>
    </message>
    <message>
        <source>Restore tapes</source>
        <translation>Restaurar cintas</translation>
    </message>
    <message>
        <source>Restore the copy of {moment} ({holds})</source>
        <translation>Restaurar la copia del {moment} ({holds})</translation>
    </message>
    <message>
        <source>Restore this copy</source>
        <translation>Restaurar esta copia</translation>
    </message>
    <message>
        <source>Restore this talk</source>
        <translation>Restaurar esta charla</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Restaurada</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todo</translation>
    </message>
    <message>
        <source>Room for recordings</source>
        <translation>Espacio para grabaciones</translation>
    </message>
    <message>
        <source>Said in transcripts</source>
        <translation>Dicho en transcripciones</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>La misma persona que…</translation>
    </message>
    <message>
        <source>Sat on {n} of the last {all} days</source>
        <translation>Meditaste {n} de los últimos {all} días</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save as a collection…</source>
        <translation>Guardar como colección…</translation>
    </message>
    <message>
        <source>Save in “{name}”</source>
        <translation>Guardar en “{name}”</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Save it as a new one</source>
        <translation>Guardarla como nueva</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Buscar en todo</translation>
    </message>
    <message>
        <source>Search everything  Ctrl+F</source>
        <translation>Buscar en todo  Ctrl+F</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Search settings  Ctrl+F</source>
        <translation>Buscar en los ajustes  Ctrl+F</translation>
    </message>
    <message>
        <source>Search the bookmarks</source>
        <translation>Buscar en los marcadores</translation>
    </message>
    <message>
        <source>Search the directories</source>
        <translation>Buscar en los directorios</translation>
    </message>
    <message>
        <source>Search your meditations</source>
        <translation>Buscar en tus meditaciones</translation>
    </message>
    <message>
        <source>Searching for “{words}”</source>
        <translation>Buscando “{words}”</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Self-esteem</source>
        <translation>Autoestima</translation>
    </message>
    <message>
        <source>Selfishness</source>
        <translation>Egoísmo</translation>
    </message>
    <message>
        <source>Serenity</source>
        <translation>Serenidad</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Set it aside and begin anew</source>
        <translation>Apartarla y empezar de nuevo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Settling in</source>
        <translation>Para acomodarse</translation>
    </message>
    <message>
        <source>Sex and lust</source>
        <translation>Sexo y lujuria</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Shift with ← and →</source>
        <translation>Mayús con ← y →</translation>
    </message>
    <message>
        <source>Shift+↑ and ↓</source>
        <translation>Mayús+↑ y ↓</translation>
    </message>
    <message>
        <source>Short and dry; it carries in a lively house.</source>
        <translation>Corto y seco; se oye en una casa animada.</translation>
    </message>
    <message>
        <source>Shorter</source>
        <translation>Más corta</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todo</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Ver todas las teclas</translation>
    </message>
    <message>
        <source>Show all talks</source>
        <translation>Ver todas las charlas</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>Mostrar las {n}</translation>
    </message>
    <message>
        <source>Show downloads</source>
        <translation>Ver las descargas</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Mostrar menos</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the length, or what is left</source>
        <translation>Mostrar la duración o lo que queda</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Mostrar la contraseña</translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation>Mostrar la transcripción</translation>
    </message>
    <message>
        <source>Show the whole list</source>
        <translation>Mostrar la lista completa</translation>
    </message>
    <message>
        <source>Show what is kept</source>
        <translation>Mostrar lo que se guarda</translation>
    </message>
    <message>
        <source>Show {year}</source>
        <translation>Mostrar {year}</translation>
    </message>
    <message>
        <source>Shows the length, or what is left</source>
        <translation>Muestra la duración o lo que queda</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Acceder</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Acceder…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar acceso</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Acceso correcto</translation>
    </message>
    <message>
        <source>Signed in as {name}</source>
        <translation>Acceso como {name}</translation>
    </message>
    <message>
        <source>Signing in to {host}…</source>
        <translation>Accediendo a {host}…</translation>
    </message>
    <message>
        <source>Sit for {length}</source>
        <translation>Meditar {length}</translation>
    </message>
    <message>
        <source>Sit in a way that you can keep. Let your hands rest.</source>
        <translation>Siéntate de un modo que puedas mantener. Deja descansar las manos.</translation>
    </message>
    <message>
        <source>Sit with this…</source>
        <translation>Meditar con esta…</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Sesión</translation>
    </message>
    <message>
        <source>Sittings</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>Skip back</source>
        <translation>Saltar atrás</translation>
    </message>
    <message>
        <source>Skip back and forward</source>
        <translation>Saltar atrás y adelante</translation>
    </message>
    <message>
        <source>Skip forward</source>
        <translation>Saltar adelante</translation>
    </message>
    <message>
        <source>Skip the opening</source>
        <translation>Saltar el comienzo</translation>
    </message>
    <message>
        <source>Sleep</source>
        <translation>Dormir</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Temporizador</translation>
    </message>
    <message>
        <source>Sleep timer, in minutes</source>
        <translation>Temporizador, en minutos</translation>
    </message>
    <message>
        <source>Sleep timer: at the end of the talk</source>
        <translation>Temporizador: al final de la charla</translation>
    </message>
    <message>
        <source>Sleep timer: {state}</source>
        <translation>Temporizador: {state}</translation>
    </message>
    <message>
        <source>Slogans</source>
        <translation>Lemas</translation>
    </message>
    <message>
        <source>Slow waves that come and go.</source>
        <translation>Olas lentas que vienen y van.</translation>
    </message>
    <message>
        <source>Small bell</source>
        <translation>Campanilla</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>So you chose in the settings. What you ask for yourself is fetched at once.</source>
        <translation>Así lo elegiste en los ajustes. Lo que pides tú se descarga enseguida.</translation>
    </message>
    <message>
        <source>Softer, now {share}</source>
        <translation>Más bajo, ahora {share}</translation>
    </message>
    <message>
        <source>Softer: {sound}</source>
        <translation>Más bajo: {sound}</translation>
    </message>
    <message>
        <source>Some lie after the end of the sitting.</source>
        <translation>Algunas quedan después del final de la sesión.</translation>
    </message>
    <message>
        <source>Something went wrong inside Hearthside. Start it again: it goes on then.</source>
        <translation>Algo falló dentro de Hearthside. Ábrelo otra vez: entonces seguirá.</translation>
    </message>
    <message>
        <source>Something went wrong inside Hearthside. Your library is safe.</source>
        <translation>Algo falló dentro de Hearthside. Tu biblioteca está a salvo.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordenar</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Sound all along</source>
        <translation>Sonido de fondo</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Space, Esc</source>
        <translation>Espacio, Esc</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Orador</translation>
    </message>
    <message>
        <source>Speaker {name}, {talks}</source>
        <translation>Orador {name}, {talks}</translation>
    </message>
    <message>
        <source>Speaker {n}</source>
        <translation>Orador {n}</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Oradores</translation>
    </message>
    <message>
        <source>Speakers, meditations, or tapes of your own</source>
        <translation>Oradores, meditaciones o tus propias cintas</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Speed: {rate}</source>
        <translation>Velocidad: {rate}</translation>
    </message>
    <message>
        <source>Sponsorship</source>
        <translation>Apadrinamiento</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarse aquí</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>Steady, neither near nor far.</source>
        <translation>Constante, ni cerca ni lejos.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Step Eleven</source>
        <translation>Paso Once</translation>
    </message>
    <message>
        <source>Step Four, For sponsees, Sunday mornings…</source>
        <translation>Cuarto paso, Para ahijados, Domingos por la mañana…</translation>
    </message>
    <message>
        <source>Step work</source>
        <translation>Trabajo de los pasos</translation>
    </message>
    <message>
        <source>Step {n}</source>
        <translation>Paso {n}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Stop here for a moment.</source>
        <translation>Detente aquí un momento.</translation>
    </message>
    <message>
        <source>Stop: {sound}</source>
        <translation>Parar: {sound}</translation>
    </message>
    <message>
        <source>Stops by itself: {state}</source>
        <translation>Para por sí solo: {state}</translation>
    </message>
    <message>
        <source>Stops in {time}</source>
        <translation>Para en {time}</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Toques</translation>
    </message>
    <message>
        <source>Strokes, after settling in.</source>
        <translation>Toques, después de acomodarse.</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Suscribirse</translation>
    </message>
    <message>
        <source>Subscribe to 1</source>
        <translation>Suscribirse a 1</translation>
    </message>
    <message>
        <source>Subscribe to 1 feed</source>
        <translation>Suscribirme a 1 canal</translation>
    </message>
    <message>
        <source>Subscribe to a feed of meditations, and they are listed here.</source>
        <translation>Suscríbete a un canal de meditaciones y aparecerán aquí.</translation>
    </message>
    <message>
        <source>Subscribe to the ticked feed</source>
        <translation>Suscribirse al canal marcado</translation>
    </message>
    <message>
        <source>Subscribe to {n}</source>
        <translation>Suscribirse a {n}</translation>
    </message>
    <message>
        <source>Subscribe to {n} feeds</source>
        <translation>Suscribirme a {n} canales</translation>
    </message>
    <message>
        <source>Subscribe to {n} ticked feeds</source>
        <translation>Suscribirse a {n} canales marcados</translation>
    </message>
    <message>
        <source>Subscribe: tick a feed first</source>
        <translation>Suscribirse: marca antes un canal</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Suscrito</translation>
    </message>
    <message>
        <source>Subscribed already: {names}</source>
        <translation>Ya en tus suscripciones: {names}</translation>
    </message>
    <message>
        <source>Subscribing to 1 feed…</source>
        <translation>Suscribiendo a 1 canal…</translation>
    </message>
    <message>
        <source>Subscribing to {n} feeds…</source>
        <translation>Suscribiendo a {n} canales…</translation>
    </message>
    <message>
        <source>Subscribing…</source>
        <translation>Suscribiendo…</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Suscripciones</translation>
    </message>
    <message>
        <source>Surrender</source>
        <translation>Rendición</translation>
    </message>
    <message>
        <source>TB</source>
        <translation>TB</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Mayús+Tab</translation>
    </message>
    <message>
        <source>Take back what a line on the screen offers to undo</source>
        <translation>Deshacer lo que una línea en pantalla ofrece deshacer</translation>
    </message>
    <message>
        <source>Take it off the list: {title}</source>
        <translation>Quitar de la lista: {title}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Sacar</translation>
    </message>
    <message>
        <source>Take out of the history</source>
        <translation>Sacar del historial</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Sacar de la cola</translation>
    </message>
    <message>
        <source>Take out of the queue, or of a collection</source>
        <translation>Sacar de la cola o de una colección</translation>
    </message>
    <message>
        <source>Take out of this collection</source>
        <translation>Sacar de esta colección</translation>
    </message>
    <message>
        <source>Taken out of “{name}”</source>
        <translation>Sacado de “{name}”</translation>
    </message>
    <message>
        <source>Taken out: {what}</source>
        <translation>Sacado: {what}</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Charla</translation>
    </message>
    <message>
        <source>Talks</source>
        <translation>Charlas</translation>
    </message>
    <message>
        <source>Talks about: {topic}</source>
        <translation>Charlas sobre: {topic}</translation>
    </message>
    <message>
        <source>Talks and meditations</source>
        <translation>Charlas y meditaciones</translation>
    </message>
    <message>
        <source>Talks and meditations that you downloaded, as files. Until you remove them, or your rules for downloads do.</source>
        <translation>Charlas y meditaciones que descargaste, como archivos. Hasta que las quites tú o tus reglas de descargas.</translation>
    </message>
    <message>
        <source>Talks of this feed</source>
        <translation>Charlas de este canal</translation>
    </message>
    <message>
        <source>Talks that you have not heard yet appear here.</source>
        <translation>Las charlas que aún no has escuchado aparecen aquí.</translation>
    </message>
    <message>
        <source>Tape restoration</source>
        <translation>Restauración de la cinta</translation>
    </message>
    <message>
        <source>Tape restored</source>
        <translation>Cinta restaurada</translation>
    </message>
    <message>
        <source>Tapes of your own</source>
        <translation>Tus propias cintas</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>The Big Book</source>
        <translation>El Libro Grande</translation>
    </message>
    <message>
        <source>The best of each kind</source>
        <translation>Lo mejor de cada tipo</translation>
    </message>
    <message>
        <source>The bookmarks were not saved</source>
        <translation>Los marcadores no se guardaron</translation>
    </message>
    <message>
        <source>The built-in meditations are being unpacked.</source>
        <translation>Se están preparando las meditaciones incluidas.</translation>
    </message>
    <message>
        <source>The built-in meditations come by themselves.</source>
        <translation>Las meditaciones incluidas llegan solas.</translation>
    </message>
    <message>
        <source>The chapter before and the next</source>
        <translation>El capítulo anterior y el siguiente</translation>
    </message>
    <message>
        <source>The collection “{name}”</source>
        <translation>La colección “{name}”</translation>
    </message>
    <message>
        <source>The connection is back</source>
        <translation>Ha vuelto la conexión</translation>
    </message>
    <message>
        <source>The copy of {moment} has {holds}.</source>
        <translation>La copia de {moment} tiene {holds}.</translation>
    </message>
    <message>
        <source>The copy of {moment} is in its place again.</source>
        <translation>La copia del {moment} vuelve a estar en su lugar.</translation>
    </message>
    <message>
        <source>The directories can be searched when it is connected.</source>
        <translation>Se puede buscar en los directorios cuando haya conexión.</translation>
    </message>
    <message>
        <source>The directories know nothing that fits</source>
        <translation>Los directorios no tienen nada que coincida</translation>
    </message>
    <message>
        <source>The download failed. Try it again.</source>
        <translation>La descarga falló. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The feed's own name</source>
        <translation>El nombre propio del canal</translation>
    </message>
    <message>
        <source>The file that remembers your feeds, favorites and places can no longer be read. That happens after a power cut, or when a disk fails. Downloaded recordings are still there.</source>
        <translation>El archivo que recuerda tus canales, favoritos y puntos ya no se puede leer. Pasa tras un corte de luz o cuando falla un disco. Las grabaciones descargadas siguen ahí.</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>La biblioteca</translation>
    </message>
    <message>
        <source>The library cannot be read.</source>
        <translation>No se puede leer la biblioteca.</translation>
    </message>
    <message>
        <source>The library from before is kept: {place}.</source>
        <translation>La biblioteca de antes se conserva: {place}.</translation>
    </message>
    <message>
        <source>The list is empty</source>
        <translation>La lista está vacía</translation>
    </message>
    <message>
        <source>The log lies in {place}.</source>
        <translation>El registro está en {place}.</translation>
    </message>
    <message>
        <source>The mini player, and back</source>
        <translation>El minirreproductor, y volver</translation>
    </message>
    <message>
        <source>The name of {name}</source>
        <translation>El nombre de {name}</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>La más nueva</translation>
    </message>
    <message>
        <source>The newest copy is of {moment}: {holds}.</source>
        <translation>La copia más nueva es del {moment}: {holds}.</translation>
    </message>
    <message>
        <source>The newest {n}</source>
        <translation>Las {n} más nuevas</translation>
    </message>
    <message>
        <source>The note is kept with this sitting, on this computer.</source>
        <translation>La nota se guarda con esta sesión, en este equipo.</translation>
    </message>
    <message>
        <source>The original, drawn as it sounds</source>
        <translation>El original, dibujado tal como suena</translation>
    </message>
    <message>
        <source>The passwords of your feeds in the computer's keyring.</source>
        <translation>Las contraseñas de tus canales en el llavero del equipo.</translation>
    </message>
    <message>
        <source>The promises</source>
        <translation>Las promesas</translation>
    </message>
    <message>
        <source>The publisher offers a transcript</source>
        <translation>Hay una transcripción de quien la publica</translation>
    </message>
    <message>
        <source>The queue was cleared</source>
        <translation>Se vació la cola</translation>
    </message>
    <message>
        <source>The restored recording, drawn as it sounds</source>
        <translation>La grabación restaurada, dibujada tal como suena</translation>
    </message>
    <message>
        <source>The room is used up by what is never removed by itself: favorites, and what is bookmarked, queued, half heard or not heard yet. Allow more room below, or remove a download: it is in the menu of each talk on this computer.</source>
        <translation>El espacio está ocupado por lo que nunca se quita solo: los favoritos y lo que tiene marcador, está en la cola, a medias o sin escuchar. Permite más espacio abajo o quita una descarga: está en el menú de cada charla de este equipo.</translation>
    </message>
    <message>
        <source>The series {name}</source>
        <translation>La serie {name}</translation>
    </message>
    <message>
        <source>The sitting is over</source>
        <translation>La sesión ha terminado</translation>
    </message>
    <message>
        <source>The sleep timer was set at {time} ·</source>
        <translation>El temporizador se puso en {time} ·</translation>
    </message>
    <message>
        <source>The sleep timer was set at {time}, {title}</source>
        <translation>El temporizador se puso en {time}, {title}</translation>
    </message>
    <message>
        <source>The sleep timer was set here</source>
        <translation>El temporizador se puso aquí</translation>
    </message>
    <message>
        <source>The subscriptions were not saved</source>
        <translation>Las suscripciones no se guardaron</translation>
    </message>
    <message>
        <source>The tapes are read from there from now on</source>
        <translation>Desde ahora las cintas se leen de ahí</translation>
    </message>
    <message>
        <source>The title says nothing of it</source>
        <translation>El título no lo dice</translation>
    </message>
    <message>
        <source>The title says: {words}</source>
        <translation>El título dice: {words}</translation>
    </message>
    <message>
        <source>The traditions</source>
        <translation>Las tradiciones</translation>
    </message>
    <message>
        <source>The version, what it is made of, and what it is not.</source>
        <translation>La versión, de qué está hecho y qué no es.</translation>
    </message>
    <message>
        <source>The voice keeps its pitch.</source>
        <translation>La voz conserva su tono.</translation>
    </message>
    <message>
        <source>The whole window</source>
        <translation>La ventana completa</translation>
    </message>
    <message>
        <source>The {n} that fit best · another word finds fewer</source>
        <translation>Los {n} que mejor coinciden · con otra palabra salen menos</translation>
    </message>
    <message>
        <source>Their files were moved or deleted outside Hearthside.</source>
        <translation>Sus archivos se movieron o borraron fuera de Hearthside.</translation>
    </message>
    <message>
        <source>Then choose “These are by someone else…” in their menu.</source>
        <translation>Luego elige “Estas son de otra persona…” en su menú.</translation>
    </message>
    <message>
        <source>Then put the words down.</source>
        <translation>Después, deja las palabras.</translation>
    </message>
    <message>
        <source>There is a collection “{name}” already</source>
        <translation>Ya hay una colección “{name}”</translation>
    </message>
    <message>
        <source>There is no account, no tracking, and nothing about you is sent anywhere.</source>
        <translation>No hay cuentas ni seguimiento, y no se envía nada sobre ti a ninguna parte.</translation>
    </message>
    <message>
        <source>There is no copy of it to go back to.</source>
        <translation>No hay ninguna copia a la que volver.</translation>
    </message>
    <message>
        <source>There is no daily copy yet.</source>
        <translation>Aún no hay ninguna copia diaria.</translation>
    </message>
    <message>
        <source>There is no part {n} of {all}.</source>
        <translation>No hay parte {n} de {all}.</translation>
    </message>
    <message>
        <source>There is nothing in it yet.</source>
        <translation>Aún no tiene nada.</translation>
    </message>
    <message>
        <source>There was nothing to add</source>
        <translation>No había nada que añadir</translation>
    </message>
    <message>
        <source>These are by someone else…</source>
        <translation>Estas son de otra persona…</translation>
    </message>
    <message>
        <source>They appear here when the feed has been refreshed.</source>
        <translation>Aparecen aquí cuando el canal se haya actualizado.</translation>
    </message>
    <message>
        <source>They appear here when their feeds have some.</source>
        <translation>Aparecen aquí cuando sus canales tengan alguna.</translation>
    </message>
    <message>
        <source>They are kept in this computer's keyring, if it has one, and sent to {host} only.</source>
        <translation>Se guardan en el llavero de este equipo, si lo tiene, y se envían solo a {host}.</translation>
    </message>
    <message>
        <source>They are not here yet</source>
        <translation>Aún no están aquí</translation>
    </message>
    <message>
        <source>They go on the next time Hearthside is open.</source>
        <translation>Siguen la próxima vez que abras Hearthside.</translation>
    </message>
    <message>
        <source>They run only at {window}, as you chose. A single talk can be fetched before: “Download now” is in its menu.</source>
        <translation>Solo se descargan en el horario {window}, como elegiste. Una charla suelta puede descargarse antes: “Descargar ahora” está en su menú.</translation>
    </message>
    <message>
        <source>They take about {size} or more.</source>
        <translation>Ocupan unos {size} o más.</translation>
    </message>
    <message>
        <source>This collection {itself}.</source>
        <translation>Esta colección {itself}.</translation>
    </message>
    <message>
        <source>This computer seems to be offline</source>
        <translation>Parece que este equipo está sin conexión</translation>
    </message>
    <message>
        <source>This desktop has no tray, so closing the window ends Hearthside.</source>
        <translation>Este escritorio no tiene bandeja, así que al cerrar la ventana se cierra Hearthside.</translation>
    </message>
    <message>
        <source>This file is in none of your feeds</source>
        <translation>Este archivo no está en ninguno de tus canales</translation>
    </message>
    <message>
        <source>This is by someone else…</source>
        <translation>Esta es de otra persona…</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Esta hoja</translation>
    </message>
    <message>
        <source>This sitting is removed</source>
        <translation>Esta sesión se ha quitado</translation>
    </message>
    <message>
        <source>This sitting was removed meanwhile</source>
        <translation>Esta sesión se quitó entretanto</translation>
    </message>
    <message>
        <source>This talk cannot be played</source>
        <translation>Esta charla no se puede reproducir</translation>
    </message>
    <message>
        <source>This talk was not downloaded</source>
        <translation>Esta charla no se descargó</translation>
    </message>
    <message>
        <source>This tape {faults}. Restoring it would help.</source>
        <translation>Esta cinta {faults}. Restaurarla ayudaría.</translation>
    </message>
    <message>
        <source>Those of all talks, as a text in Markdown</source>
        <translation>Los de todas las charlas, como texto en Markdown</translation>
    </message>
    <message>
        <source>Those that hiss, hum or are quiet, once they are on this computer.</source>
        <translation>Las que tienen soplido o zumbido o suenan bajo, en cuanto estén en este ordenador.</translation>
    </message>
    <message>
        <source>Tick what you like. Nothing is subscribed unless you choose it.</source>
        <translation>Marca lo que te guste. No se suscribe nada que no elijas.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>To be found in: {feeds}.</source>
        <translation>Se encuentra en: {feeds}.</translation>
    </message>
    <message>
        <source>To the next part of the window, and back</source>
        <translation>A la siguiente parte de la ventana, y atrás</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Today, Speakers, Meditations, Favorites, Queue, Downloads</source>
        <translation>Hoy, Oradores, Meditaciones, Favoritos, Cola, Descargas</translation>
    </message>
    <message>
        <source>Tools of recovery</source>
        <translation>Herramientas de recuperación</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Trauma</source>
        <translation>Trauma</translation>
    </message>
    <message>
        <source>Tries again in {time}</source>
        <translation>Reintento en {time}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Try again to restore this talk</source>
        <translation>Volver a intentar restaurar esta charla</translation>
    </message>
    <message>
        <source>Try again when it is connected.</source>
        <translation>Vuelve a intentarlo cuando esté conectado.</translation>
    </message>
    <message>
        <source>Try again: {title}</source>
        <translation>Reintentar: {title}</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Reintentar todo</translation>
    </message>
    <message>
        <source>Try another word, such as “dark”, “speed” or “backup”. Esc shows all again.</source>
        <translation>Prueba otra palabra, como “oscuro”, “velocidad” o “copia”. Esc muestra todo de nuevo.</translation>
    </message>
    <message>
        <source>Try fewer letters or another spelling.</source>
        <translation>Prueba con menos letras o escríbelo de otra forma.</translation>
    </message>
    <message>
        <source>Try fewer letters.</source>
        <translation>Prueba con menos letras.</translation>
    </message>
    <message>
        <source>Try fewer words, or other ones. A feed can also be added by its address.</source>
        <translation>Prueba con menos palabras, o con otras. Un canal también se puede añadir por su dirección.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Try the download again</source>
        <translation>Reintentar la descarga</translation>
    </message>
    <message>
        <source>Try these again</source>
        <translation>Reintentar estos</translation>
    </message>
    <message>
        <source>Try what your sittings may sound like.</source>
        <translation>Prueba cómo pueden sonar tus sesiones.</translation>
    </message>
    <message>
        <source>Twelve months</source>
        <translation>Doce meses</translation>
    </message>
    <message>
        <source>Two at a time from {host}</source>
        <translation>De dos en dos desde {host}</translation>
    </message>
    <message>
        <source>Two people share this name…</source>
        <translation>Dos personas comparten este nombre…</translation>
    </message>
    <message>
        <source>Two small cymbals, bright, beating against each other.</source>
        <translation>Dos platillos pequeños y brillantes que vibran entre sí.</translation>
    </message>
    <message>
        <source>Type a name, a step, a place, a year, or words that you remember. The search looks at speakers, talks and their notes, at your own notes and bookmarks, and at the transcripts that are on this computer.</source>
        <translation>Escribe un nombre, un paso, un lugar, un año o palabras que recuerdes. Se busca en los oradores, en las charlas y sus notas, en tus notas y marcadores, y en las transcripciones que hay en este equipo.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Tamaño normal</translation>
    </message>
    <message>
        <source>Usual speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>Volume: {share}</source>
        <translation>Volumen: {share}</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Esperar</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Waiting downloads</source>
        <translation>Descargas en espera</translation>
    </message>
    <message>
        <source>Waiting for the connection… {share}</source>
        <translation>Esperando la conexión… {share}</translation>
    </message>
    <message>
        <source>Waiting to download</source>
        <translation>Pendiente de descarga</translation>
    </message>
    <message>
        <source>Waits for a free line</source>
        <translation>Espera una conexión libre</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Espera su turno</translation>
    </message>
    <message>
        <source>Waits for room</source>
        <translation>Espera espacio</translation>
    </message>
    <message>
        <source>Welcome to Hearthside</source>
        <translation>Te damos la bienvenida a Hearthside</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>What Hearthside keeps</source>
        <translation>Qué guarda Hearthside</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>¿Qué buscas?</translation>
    </message>
    <message>
        <source>What each key does; ? shows it anywhere.</source>
        <translation>Qué hace cada tecla; ? lo muestra en cualquier parte.</translation>
    </message>
    <message>
        <source>What happened is written in {place}.</source>
        <translation>Lo ocurrido está escrito en {place}.</translation>
    </message>
    <message>
        <source>What helped in it</source>
        <translation>Qué te ayudó</translation>
    </message>
    <message>
        <source>What is sent, and to whom</source>
        <translation>Qué se envía y a quién</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Qué se muestra</translation>
    </message>
    <message>
        <source>What plays</source>
        <translation>Lo que suena</translation>
    </message>
    <message>
        <source>What sounds all along louder and softer</source>
        <translation>Lo que suena de fondo, más fuerte o más suave</translation>
    </message>
    <message>
        <source>What stays: folders of your own tapes, and files that you saved elsewhere, backups among them. Hearthside closes then; the next start begins with nothing.</source>
        <translation>Lo que queda: carpetas con tus cintas y archivos que guardaste en otro sitio, también copias de seguridad. Después Hearthside se cierra; el próximo inicio empieza de cero.</translation>
    </message>
    <message>
        <source>What this feed has</source>
        <translation>Qué tiene este canal</translation>
    </message>
    <message>
        <source>What was good today? Let one thing come back.</source>
        <translation>¿Qué hubo hoy de bueno? Deja que vuelva una cosa.</translation>
    </message>
    <message>
        <source>What was hard? You can look at it without arguing with it.</source>
        <translation>¿Qué fue difícil? Puedes mirarlo sin discutir con ello.</translation>
    </message>
    <message>
        <source>What was listened to</source>
        <translation>Lo escuchado</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Qué salió mal</translation>
    </message>
    <message>
        <source>What went wrong inside the program, without titles, names and addresses. At most {files} of {size}, and {days}.</source>
        <translation>Lo que salió mal dentro del programa, sin títulos, nombres ni direcciones. Como mucho {files} de {size}, y {days}.</translation>
    </message>
    <message>
        <source>What you changed is not saved.</source>
        <translation>Lo que cambiaste no está guardado.</translation>
    </message>
    <message>
        <source>What you choose holds at once.</source>
        <translation>Lo que eliges vale enseguida.</translation>
    </message>
    <message>
        <source>What you listen to stands here, and where you were, to be found again.</source>
        <translation>Lo que escuchas aparece aquí, con el punto donde ibas, para volver a encontrarlo.</translation>
    </message>
    <message>
        <source>What you listen to, what you keep and when you sit stay on this computer.</source>
        <translation>Lo que escuchas, lo que guardas y cuándo meditas se quedan en este ordenador.</translation>
    </message>
    <message>
        <source>What you listened to, on this computer only</source>
        <translation>Lo que escuchaste, solo en este equipo</translation>
    </message>
    <message>
        <source>What you sat with it stays in your log.</source>
        <translation>Lo que meditaste con ella sigue en tu registro.</translation>
    </message>
    <message>
        <source>What you say here stays, whatever the feed says later.</source>
        <translation>Lo que digas aquí se queda, diga lo que diga luego el canal.</translation>
    </message>
    <message>
        <source>Whatever it is, it does not have to be settled this minute.</source>
        <translation>Sea lo que sea, no hace falta resolverlo en este minuto.</translation>
    </message>
    <message>
        <source>Whatever you choose, the damaged file is kept, in the folder {place}.</source>
        <translation>Elijas lo que elijas, el archivo dañado se conserva en la carpeta {place}.</translation>
    </message>
    <message>
        <source>When a feed or a download fails, it is listed here with what to do.</source>
        <translation>Cuando falla un canal o una descarga, aparece aquí, con lo que puedes hacer.</translation>
    </message>
    <message>
        <source>When and how long you sat. Only on this computer.</source>
        <translation>Cuándo y cuánto meditaste. Solo en este equipo.</translation>
    </message>
    <message>
        <source>When and how long you sat. Until you delete it; Settings can turn it off.</source>
        <translation>Cuándo y cuánto meditaste. Hasta que lo borres; se puede desactivar en los ajustes.</translation>
    </message>
    <message>
        <source>When bells ring</source>
        <translation>Cuándo suenan las campanas</translation>
    </message>
    <message>
        <source>When bells ring: {line}</source>
        <translation>Cuándo suenan las campanas: {line}</translation>
    </message>
    <message>
        <source>When downloads run</source>
        <translation>Cuándo se descarga</translation>
    </message>
    <message>
        <source>When downloads run: {times}</source>
        <translation>Cuándo se descarga: {times}</translation>
    </message>
    <message>
        <source>When it is used up, what was heard makes room, the longest ago first.</source>
        <translation>Cuando se llena, lo escuchado deja sitio, empezando por lo más antiguo.</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>Cuando algo sale mal</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Al cerrar la ventana</translation>
    </message>
    <message>
        <source>When the window opens.</source>
        <translation>Al abrir la ventana.</translation>
    </message>
    <message>
        <source>When you have begun a talk, you find your place in it here.</source>
        <translation>Cuando hayas empezado una charla, aquí encontrarás tu punto en ella.</translation>
    </message>
    <message>
        <source>When you listened to what, on the Queue page. Only on this computer.</source>
        <translation>Qué escuchaste y cuándo, en la página Cola. Solo en este equipo.</translation>
    </message>
    <message>
        <source>When you listened to what. Until you clear it; Settings can turn it off.</source>
        <translation>Cuándo escuchaste qué. Hasta que lo vacíes; se puede desactivar en los ajustes.</translation>
    </message>
    <message>
        <source>When you search the directories for a feed, your words go to them; the page says so before you do.</source>
        <translation>Cuando buscas un canal en los directorios, tus palabras van a ellos; la página lo dice antes.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>Which copy?</source>
        <translation>¿Qué copia?</translation>
    </message>
    <message>
        <source>Which talks are shown</source>
        <translation>Qué charlas se muestran</translation>
    </message>
    <message>
        <source>While Hearthside is open there is a socket, by which a second start finds the first, and during a sitting the sounds of its bells among the temporary files; both go when it closes.</source>
        <translation>Mientras Hearthside está abierto hay un socket, con el que un segundo inicio encuentra al primero, y durante una sesión los sonidos de sus campanas entre los archivos temporales; ambos desaparecen al cerrar.</translation>
    </message>
    <message>
        <source>While the window is open. A feed may have a choice of its own.</source>
        <translation>Con la ventana abierta. Un canal puede tener su propio ajuste.</translation>
    </message>
    <message>
        <source>Who needs a kind thought from you?</source>
        <translation>¿Quién necesita de ti un pensamiento amable?</translation>
    </message>
    <message>
        <source>Why is this sitting offered?</source>
        <translation>¿Por qué se propone esta sesión?</translation>
    </message>
    <message>
        <source>Why is this talk offered?</source>
        <translation>¿Por qué se propone esta charla?</translation>
    </message>
    <message>
        <source>Why this?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Willingness</source>
        <translation>Buena voluntad</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>With the group</source>
        <translation>Con el grupo</translation>
    </message>
    <message>
        <source>With ← or the button.</source>
        <translation>Con ← o el botón.</translation>
    </message>
    <message>
        <source>With → or the button.</source>
        <translation>Con → o el botón.</translation>
    </message>
    <message>
        <source>Within a list or a row of choices; ↓: into a page’s list</source>
        <translation>Dentro de una lista o una fila de opciones; ↓: a la lista de una página</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Sin ella</translation>
    </message>
    <message>
        <source>Women in recovery</source>
        <translation>Mujeres en recuperación</translation>
    </message>
    <message>
        <source>Wood block</source>
        <translation>Bloque de madera</translation>
    </message>
    <message>
        <source>Words go to two podcast directories, {hosts}, when you press the button, and not before.</source>
        <translation>Las palabras se envían a dos directorios de pódcast, {hosts}, cuando pulsas el botón, y no antes.</translation>
    </message>
    <message>
        <source>Words to show</source>
        <translation>Texto en pantalla</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Trabajo</translation>
    </message>
    <message>
        <source>Write a note beside the star</source>
        <translation>Escribir una nota junto a la estrella</translation>
    </message>
    <message>
        <source>Write down a sitting that this computer has not timed</source>
        <translation>Anotar una sesión que este equipo no midió</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Yes, remove it</source>
        <translation>Sí, quitarlo</translation>
    </message>
    <message>
        <source>Yes, remove them</source>
        <translation>Sí, quitarlas</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>You are up to date</source>
        <translation>Todo está al día</translation>
    </message>
    <message>
        <source>You can add any feed by its address.</source>
        <translation>Puedes añadir cualquier canal por su dirección.</translation>
    </message>
    <message>
        <source>You can add them later under “Add a feed”.</source>
        <translation>Puedes añadirlos más tarde en “Añadir un canal”.</translation>
    </message>
    <message>
        <source>You can also drop a folder, a list or an address on this page.</source>
        <translation>También puedes soltar en esta página una carpeta, una lista o una dirección.</translation>
    </message>
    <message>
        <source>You have switched it off. Your places in the talks are kept all the same.</source>
        <translation>Lo has desactivado. Tus puntos en las charlas se guardan igualmente.</translation>
    </message>
    <message>
        <source>You have switched the log off. What stands here stays until you remove it.</source>
        <translation>Has desactivado el registro. Lo que hay aquí se queda hasta que lo quites.</translation>
    </message>
    <message>
        <source>You heard part {n} of {series}.</source>
        <translation>Escuchaste la parte {n} de {series}.</translation>
    </message>
    <message>
        <source>You often sit with this at night.</source>
        <translation>Sueles meditar con esta de madrugada.</translation>
    </message>
    <message>
        <source>You often sit with this in the afternoon.</source>
        <translation>Sueles meditar con esta por la tarde.</translation>
    </message>
    <message>
        <source>You often sit with this in the evening.</source>
        <translation>Sueles meditar con esta por la noche.</translation>
    </message>
    <message>
        <source>You often sit with this in the morning.</source>
        <translation>Sueles meditar con esta por la mañana.</translation>
    </message>
    <message>
        <source>You sat {n} of the last 7 days</source>
        <translation>Meditaste {n} de los últimos 7 días</translation>
    </message>
    <message>
        <source>You sat {time}</source>
        <translation>Meditaste {time}</translation>
    </message>
    <message>
        <source>You starred a talk by {name}, and this one is on your computer.</source>
        <translation>Pusiste estrella a una charla de {name}, y esta está en tu equipo.</translation>
    </message>
    <message>
        <source>You starred it, and heard it last in {month}.</source>
        <translation>Le pusiste estrella y la escuchaste por última vez en {month}.</translation>
    </message>
    <message>
        <source>You starred it.</source>
        <translation>Le pusiste estrella.</translation>
    </message>
    <message>
        <source>Young people</source>
        <translation>Jóvenes</translation>
    </message>
    <message>
        <source>Your library is damaged</source>
        <translation>Tu biblioteca está dañada</translation>
    </message>
    <message>
        <source>Your places and notes are kept.</source>
        <translation>Tus puntos y notas se conservan.</translation>
    </message>
    <message>
        <source>Your places, your bookmarks and what counts as heard stay.</source>
        <translation>Se quedan tus puntos, tus marcadores y lo que cuenta como escuchado.</translation>
    </message>
    <message>
        <source>Your privacy</source>
        <translation>Tu privacidad</translation>
    </message>
    <message>
        <source>Your sittings</source>
        <translation>Tus sesiones</translation>
    </message>
    <message>
        <source>Your sittings in {year}, day by day</source>
        <translation>Tus sesiones de {year}, día a día</translation>
    </message>
    <message>
        <source>Your sittings, day by day</source>
        <translation>Tus sesiones, día a día</translation>
    </message>
    <message>
        <source>Your sittings, month by month</source>
        <translation>Tus sesiones, mes a mes</translation>
    </message>
    <message>
        <source>Your sittings, the newest first</source>
        <translation>Tus sesiones, primero las nuevas</translation>
    </message>
    <message>
        <source>a an and at for from how i in is it my of on or the to with</source>
        <translation>a al cómo con de del el en es la las lo los mi mis o para por qué que se sin sobre su sus un una y yo</translation>
    </message>
    <message>
        <source>all on this computer</source>
        <translation>todas en este equipo</translation>
    </message>
    <message>
        <source>all talks</source>
        <translation>todas las charlas</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>y 1 más</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>y {n} más</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>en {time}</translation>
    </message>
    <message>
        <source>backup copy undo lost back bring</source>
        <translation>copia seguridad deshacer perdido recuperar restaurar volver</translation>
    </message>
    <message>
        <source>bandwidth limit fast slow wi-fi internet network</source>
        <translation>ancho de banda límite rápido lento wifi wi-fi internet red</translation>
    </message>
    <message>
        <source>bell every {time}</source>
        <translation>campana cada {time}</translation>
    </message>
    <message>
        <source>bells at chosen times</source>
        <translation>campanas a tiempos elegidos</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>clearer</source>
        <translation>más clara</translation>
    </message>
    <message>
        <source>could not be refreshed</source>
        <translation>no se pudo actualizar</translation>
    </message>
    <message>
        <source>could not be refreshed since</source>
        <translation>desde entonces no se pudo actualizar</translation>
    </message>
    <message>
        <source>crackles</source>
        <translation>crepita</translation>
    </message>
    <message>
        <source>crackling removed</source>
        <translation>sin crepitaciones</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>'el' d 'de' MMMM</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <translation>dddd, d 'de' MMMM</translation>
    </message>
    <message>
        <source>deep murmur</source>
        <translation>murmullo grave</translation>
    </message>
    <message>
        <source>delete remove wipe clear reset uninstall</source>
        <translation>borrar quitar eliminar limpiar vaciar restablecer desinstalar</translation>
    </message>
    <message>
        <source>disk space storage room full save free clean-up delete old gigabytes</source>
        <translation>disco espacio almacenamiento sitio lleno ahorrar liberar limpiar borrar viejo gigas gigabytes</translation>
    </message>
    <message>
        <source>down arrow</source>
        <translation>flecha abajo</translation>
    </message>
    <message>
        <source>download failed</source>
        <translation>la descarga falló</translation>
    </message>
    <message>
        <source>download paused</source>
        <translation>descarga en pausa</translation>
    </message>
    <message>
        <source>downloaded</source>
        <translation>descargada</translation>
    </message>
    <message>
        <source>downloading, {share}</source>
        <translation>descargando, {share}</translation>
    </message>
    <message>
        <source>english spanish translation words tongue</source>
        <translation>inglés español castellano traducción idioma lengua</translation>
    </message>
    <message>
        <source>errors failed log report bug trouble</source>
        <translation>errores fallo falló registro informe problema</translation>
    </message>
    <message>
        <source>evened out</source>
        <translation>nivelada</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>cada minuto</translation>
    </message>
    <message>
        <source>every {n} minutes</source>
        <translation>cada {n} minutos</translation>
    </message>
    <message>
        <source>every {time}</source>
        <translation>cada {time}</translation>
    </message>
    <message>
        <source>everything below plays offline</source>
        <translation>todo lo de abajo suena sin conexión</translation>
    </message>
    <message>
        <source>faster slower tempo rate playback</source>
        <translation>más rápido más lento tempo ritmo velocidad reproducción</translation>
    </message>
    <message>
        <source>favorite</source>
        <translation>favorita</translation>
    </message>
    <message>
        <source>favorites</source>
        <translation>favoritos</translation>
    </message>
    <message>
        <source>favorites, {n} talks</source>
        <translation>favoritos, {n} charlas</translation>
    </message>
    <message>
        <source>fills itself: {what}</source>
        <translation>se llena sola: {what}</translation>
    </message>
    <message>
        <source>film</source>
        <translation>vídeo</translation>
    </message>
    <message>
        <source>folder directory path files location disk</source>
        <translation>carpeta directorio ruta archivos ubicación disco</translation>
    </message>
    <message>
        <source>font letters zoom bigger larger smaller reading glasses</source>
        <translation>fuente letra letras zoom grande pequeño lectura gafas lentes</translation>
    </message>
    <message>
        <source>found at {names}</source>
        <translation>encontrado en {names}</translation>
    </message>
    <message>
        <source>from {amount}</source>
        <translation>desde {amount}</translation>
    </message>
    <message>
        <source>guided</source>
        <translation>guiada</translation>
    </message>
    <message>
        <source>guided, then {n} min silence</source>
        <translation>guiada, luego {n} min de silencio</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>escuchada</translation>
    </message>
    <message>
        <source>heard listened past log privacy track</source>
        <translation>escuchado oído pasado registro privacidad rastro</translation>
    </message>
    <message>
        <source>hide secret private anonymous title pictures covers</source>
        <translation>ocultar secreto privado anónimo título imágenes portadas</translation>
    </message>
    <message>
        <source>hiss reduced</source>
        <translation>menos soplido</translation>
    </message>
    <message>
        <source>hiss −{amount}</source>
        <translation>soplido −{amount}</translation>
    </message>
    <message>
        <source>hisses</source>
        <translation>tiene soplido</translation>
    </message>
    <message>
        <source>hum removed</source>
        <translation>sin zumbido</translation>
    </message>
    <message>
        <source>hums</source>
        <translation>zumba</translation>
    </message>
    <message>
        <source>in 1 talk</source>
        <translation>en 1 charla</translation>
    </message>
    <message>
        <source>in {n} talks</source>
        <translation>en {n} charlas</translation>
    </message>
    <message>
        <source>is heard on one side only</source>
        <translation>se oye solo por un lado</translation>
    </message>
    <message>
        <source>is now loud, now faint</source>
        <translation>suena a ratos fuerte y a ratos débil</translation>
    </message>
    <message>
        <source>is quiet</source>
        <translation>suena bajo</translation>
    </message>
    <message>
        <source>it is being added</source>
        <translation>se está añadiendo</translation>
    </message>
    <message>
        <source>its note went with it</source>
        <translation>también se quitó su nota</translation>
    </message>
    <message>
        <source>jump seconds arrow</source>
        <translation>saltar segundos flecha</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>left arrow</source>
        <translation>flecha izquierda</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>queda menos de un minuto</translation>
    </message>
    <message>
        <source>licence license version contact support</source>
        <translation>licencia versión contacto ayuda</translation>
    </message>
    <message>
        <source>meditation alarm bell sound notification notify daily clock time</source>
        <translation>meditación alarma campana campanas sonido notificación avisar aviso diario reloj hora</translation>
    </message>
    <message>
        <source>meditation history diary journal privacy track</source>
        <translation>meditación historial diario privacidad rastro</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>most often</source>
        <translation>lo más habitual</translation>
    </message>
    <message>
        <source>never removed</source>
        <translation>nunca se quitan</translation>
    </message>
    <message>
        <source>next bell in {time}</source>
        <translation>próxima campana en {time}</translation>
    </message>
    <message>
        <source>next in line</source>
        <translation>siguiente en la cola</translation>
    </message>
    <message>
        <source>night in the garden</source>
        <translation>noche en el jardín</translation>
    </message>
    <message>
        <source>night schedule time clock hours wi-fi</source>
        <translation>noche horario hora reloj horas wifi wi-fi</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>ningún día</translation>
    </message>
    <message>
        <source>no longer on this computer</source>
        <translation>ya no está en este equipo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>sin descargar</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>sin escuchar</translation>
    </message>
    <message>
        <source>not refreshed yet</source>
        <translation>aún sin actualizar</translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>no queda nada</translation>
    </message>
    <message>
        <source>number {n} in line</source>
        <translation>número {n} en la cola</translation>
    </message>
    <message>
        <source>of the last {n}</source>
        <translation>de los últimos {n}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>de media</translation>
    </message>
    <message>
        <source>on both sides</source>
        <translation>por ambos lados</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>en este equipo</translation>
    </message>
    <message>
        <source>opml export feeds move another app</source>
        <translation>opml exportar canales mudar otra aplicación</translation>
    </message>
    <message>
        <source>parallel several simultaneous together</source>
        <translation>paralelo varias simultáneas a la vez juntas</translation>
    </message>
    <message>
        <source>part {n}</source>
        <translation>parte {n}</translation>
    </message>
    <message>
        <source>part {n} of {all}</source>
        <translation>parte {n} de {all}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>paused, as all downloads are</source>
        <translation>en pausa, como todas las descargas</translation>
    </message>
    <message>
        <source>play the original</source>
        <translation>oír el original</translation>
    </message>
    <message>
        <source>play the restored recording</source>
        <translation>oír la grabación restaurada</translation>
    </message>
    <message>
        <source>playing now</source>
        <translation>sonando ahora</translation>
    </message>
    <message>
        <source>press Enter to add it</source>
        <translation>pulsa Intro para añadirlo</translation>
    </message>
    <message>
        <source>privacy data storage logs passwords history telemetry tracking cookies sent</source>
        <translation>privacidad datos almacenamiento registros contraseñas historial telemetría rastreo cookies enviado</translation>
    </message>
    <message>
        <source>question mark</source>
        <translation>signo de interrogación</translation>
    </message>
    <message>
        <source>quit exit background minimise minimize icon</source>
        <translation>salir cerrar segundo plano minimizar icono</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>lluvia</translation>
    </message>
    <message>
        <source>recorded {year}</source>
        <translation>grabada en {year}</translation>
    </message>
    <message>
        <source>refreshed today at {time}</source>
        <translation>actualizado hoy a las {time}</translation>
    </message>
    <message>
        <source>refreshed {day}</source>
        <translation>actualizado el {day}</translation>
    </message>
    <message>
        <source>removed after 1 day</source>
        <translation>se quitan después de 1 día</translation>
    </message>
    <message>
        <source>removed after {n} days</source>
        <translation>se quitan después de {n} días</translation>
    </message>
    <message>
        <source>restoration repair clean hiss hum noise cassette idle</source>
        <translation>restauración reparar limpiar soplido zumbido ruido casete inactivo</translation>
    </message>
    <message>
        <source>rewind jump seconds arrow</source>
        <translation>rebobinar saltar segundos flecha</translation>
    </message>
    <message>
        <source>right arrow</source>
        <translation>flecha derecha</translation>
    </message>
    <message>
        <source>rumble removed</source>
        <translation>sin retumbos</translation>
    </message>
    <message>
        <source>rumbles</source>
        <translation>retumba</translation>
    </message>
    <message>
        <source>save copy library safe move computer</source>
        <translation>guardar copia biblioteca seguro mudar equipo ordenador computadora</translation>
    </message>
    <message>
        <source>screen stays awake</source>
        <translation>la pantalla sigue encendida</translation>
    </message>
    <message>
        <source>sea</source>
        <translation>mar</translation>
    </message>
    <message>
        <source>settling in, {time}</source>
        <translation>para acomodarse, {time}</translation>
    </message>
    <message>
        <source>shortcuts hotkeys manual</source>
        <translation>atajos teclas manual</translation>
    </message>
    <message>
        <source>since {when}</source>
        <translation>desde {when}</translation>
    </message>
    <message>
        <source>sobercast.com, or: guided meditation</source>
        <translation>sobercast.com, o: meditación guiada</translation>
    </message>
    <message>
        <source>sounds dull</source>
        <translation>suena apagada</translation>
    </message>
    <message>
        <source>speakers anonymity full surname last</source>
        <translation>oradores anonimato completo apellido</translation>
    </message>
    <message>
        <source>subscribed already</source>
        <translation>suscripción ya hecha</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>el final</translation>
    </message>
    <message>
        <source>the last bell</source>
        <translation>la última campana</translation>
    </message>
    <message>
        <source>the longest</source>
        <translation>la más larga</translation>
    </message>
    <message>
        <source>the next bell is the last</source>
        <translation>la próxima campana es la última</translation>
    </message>
    <message>
        <source>theme colors night black white bright</source>
        <translation>tema colores noche negro blanco claro oscuro</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>this series</source>
        <translation>esta serie</translation>
    </message>
    <message>
        <source>to</source>
        <translation>a</translation>
    </message>
    <message>
        <source>trying again</source>
        <translation>reintentando</translation>
    </message>
    <message>
        <source>trying again in {time}</source>
        <translation>reintento en {time}</translation>
    </message>
    <message>
        <source>up arrow</source>
        <translation>flecha arriba</translation>
    </message>
    <message>
        <source>update check new automatic interval subscriptions podcasts</source>
        <translation>actualizar comprobar nuevo automático intervalo suscripciones podcasts</translation>
    </message>
    <message>
        <source>update check startup launch beginning</source>
        <translation>actualizar comprobar inicio arranque comienzo</translation>
    </message>
    <message>
        <source>volume loudness louder normalise normalize level sound</source>
        <translation>volumen más alto normalizar nivel sonido</translation>
    </message>
    <message>
        <source>waiting to download</source>
        <translation>pendiente de descarga</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>espera</translation>
    </message>
    <message>
        <source>waits for a connection that is not paid by use</source>
        <translation>espera una conexión que no se paga por uso</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>waits for room: {what}</source>
        <translation>espera espacio: {what}</translation>
    </message>
    <message>
        <source>waits until {host} has sent another one: two at a time from one server</source>
        <translation>espera a que {host} haya enviado otra: de dos en dos por servidor</translation>
    </message>
    <message>
        <source>wi-fi metered data roaming hotspot network internet cost money</source>
        <translation>wifi wi-fi datos itinerancia red internet coste costo dinero</translation>
    </message>
    <message>
        <source>words</source>
        <translation>texto</translation>
    </message>
    <message>
        <source>words on the screen</source>
        <translation>texto en pantalla</translation>
    </message>
    <message>
        <source>words to follow</source>
        <translation>texto para seguir</translation>
    </message>
    <message>
        <source>words, then {n} min silence</source>
        <translation>texto, luego {n} min de silencio</translation>
    </message>
    <message>
        <source>{What}. They go on by themselves as soon as there is room; below it says what takes it, and how to free some.</source>
        <translation>{What}. Siguen solas en cuanto haya espacio; abajo se ve qué lo ocupa y cómo liberarlo.</translation>
    </message>
    <message>
        <source>{before} → {after} LUFS</source>
        <translation>{before} → {after} LUFS</translation>
    </message>
    <message>
        <source>{bell} at start and end</source>
        <translation>{bell} al inicio y al final</translation>
    </message>
    <message>
        <source>{copies}, {size}, the newest of {moment}</source>
        <translation>{copies}, {size}, la última de {moment}</translation>
    </message>
    <message>
        <source>{day}: still to come</source>
        <translation>{day}: aún por venir</translation>
    </message>
    <message>
        <source>{day}: {time}</source>
        <translation>{day}: {time}</translation>
    </message>
    <message>
        <source>{fact}: as the title says</source>
        <translation>{fact}: como dice el título</translation>
    </message>
    <message>
        <source>{feeds}, {favorites}, {bookmarks}, {sittings}.</source>
        <translation>{feeds}, {favorites}, {bookmarks}, {sittings}.</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>{file} cannot be read</source>
        <translation>No se puede leer {file}</translation>
    </message>
    <message>
        <source>{file} is too large for a list of feeds</source>
        <translation>{file} es demasiado grande para una lista de canales</translation>
    </message>
    <message>
        <source>{from} – {to}</source>
        <translation>{from} – {to}</translation>
    </message>
    <message>
        <source>{h} h {m}</source>
        <translation>{h} h {m}</translation>
    </message>
    <message>
        <source>{keys}: {what}</source>
        <translation>{keys}: {what}</translation>
    </message>
    <message>
        <source>{many} removed</source>
        <translation>Quitado: {many}</translation>
    </message>
    <message>
        <source>{moment} · {size}</source>
        <translation>{moment} · {size}</translation>
    </message>
    <message>
        <source>{moment} · {size} · set aside</source>
        <translation>{moment} · {size} · apartada</translation>
    </message>
    <message>
        <source>{month}: {time}, {times}</source>
        <translation>{month}: {time}, {times}</translation>
    </message>
    <message>
        <source>{name} is another speaker again</source>
        <translation>{name} vuelve a ser otra persona</translation>
    </message>
    <message>
        <source>{name} is the same person as</source>
        <translation>{name} es la misma persona que</translation>
    </message>
    <message>
        <source>{name} is under way</source>
        <translation>{name} está en curso</translation>
    </message>
    <message>
        <source>{name}, my own</source>
        <translation>{name}, la mía</translation>
    </message>
    <message>
        <source>{note}, at {time}, {title}, {feed}</source>
        <translation>{note}, en {time}, {title}, {feed}</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n} are new</source>
        <translation>{n} nuevas</translation>
    </message>
    <message>
        <source>{n} bookmarks</source>
        <translation>{n} marcadores</translation>
    </message>
    <message>
        <source>{n} chapter marks</source>
        <translation>{n} marcas de capítulo</translation>
    </message>
    <message>
        <source>{n} collections</source>
        <translation>{n} colecciones</translation>
    </message>
    <message>
        <source>{n} copies</source>
        <translation>{n} copias</translation>
    </message>
    <message>
        <source>{n} could not be added</source>
        <translation>{n} no se pudieron añadir</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} días</translation>
    </message>
    <message>
        <source>{n} days later</source>
        <translation>{n} días después</translation>
    </message>
    <message>
        <source>{n} downloads</source>
        <translation>{n} descargas</translation>
    </message>
    <message>
        <source>{n} downloads are under way</source>
        <translation>Hay {n} descargas en curso</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} entradas</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} con error</translation>
    </message>
    <message>
        <source>{n} favorites</source>
        <translation>{n} favoritos</translation>
    </message>
    <message>
        <source>{n} feeds</source>
        <translation>{n} canales</translation>
    </message>
    <message>
        <source>{n} feeds added</source>
        <translation>{n} canales añadidos</translation>
    </message>
    <message>
        <source>{n} feeds were added</source>
        <translation>Se añadieron {n} canales</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n} archivos</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} resultados</translation>
    </message>
    <message>
        <source>{n} heard</source>
        <translation>{n} escuchadas</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} horas</translation>
    </message>
    <message>
        <source>{n} in line</source>
        <translation>{n} en cola</translation>
    </message>
    <message>
        <source>{n} in progress</source>
        <translation>{n} en curso</translation>
    </message>
    <message>
        <source>{n} meditations</source>
        <translation>{n} meditaciones</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{n} min {s} s</source>
        <translation>{n} min {s} s</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutos</translation>
    </message>
    <message>
        <source>{n} minutes left</source>
        <translation>quedan {n} minutos</translation>
    </message>
    <message>
        <source>{n} minutes more</source>
        <translation>{n} minutos más</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} nuevas</translation>
    </message>
    <message>
        <source>{n} new talks</source>
        <translation>{n} charlas nuevas</translation>
    </message>
    <message>
        <source>{n} not heard</source>
        <translation>{n} sin escuchar</translation>
    </message>
    <message>
        <source>{n} notes went with it</source>
        <translation>también se quitaron {n} notas</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} de {all}</translation>
    </message>
    <message>
        <source>{n} of {all} on this computer</source>
        <translation>{n} de {all} en este equipo</translation>
    </message>
    <message>
        <source>{n} of {all} parts</source>
        <translation>{n} de {all} partes</translation>
    </message>
    <message>
        <source>{n} of {talks}</source>
        <translation>{n} de {talks}</translation>
    </message>
    <message>
        <source>{n} on this computer</source>
        <translation>{n} en este equipo</translation>
    </message>
    <message>
        <source>{n} parts</source>
        <translation>{n} partes</translation>
    </message>
    <message>
        <source>{n} parts are on their way</source>
        <translation>{n} partes en camino</translation>
    </message>
    <message>
        <source>{n} paused</source>
        <translation>{n} en pausa</translation>
    </message>
    <message>
        <source>{n} problems</source>
        <translation>{n} problemas</translation>
    </message>
    <message>
        <source>{n} recordings</source>
        <translation>{n} grabaciones</translation>
    </message>
    <message>
        <source>{n} recordings are</source>
        <translation>{n} grabaciones</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} segundos</translation>
    </message>
    <message>
        <source>{n} sittings</source>
        <translation>{n} sesiones</translation>
    </message>
    <message>
        <source>{n} sittings were exported</source>
        <translation>Se exportaron {n} sesiones</translation>
    </message>
    <message>
        <source>{n} speakers</source>
        <translation>{n} oradores</translation>
    </message>
    <message>
        <source>{n} strokes</source>
        <translation>{n} toques</translation>
    </message>
    <message>
        <source>{n} strokes at {time}</source>
        <translation>{n} toques en {time}</translation>
    </message>
    <message>
        <source>{n} talks</source>
        <translation>{n} charlas</translation>
    </message>
    <message>
        <source>{n} talks are</source>
        <translation>{n} charlas son</translation>
    </message>
    <message>
        <source>{n} talks are by</source>
        <translation>{n} charlas son de</translation>
    </message>
    <message>
        <source>{n} talks are corrected</source>
        <translation>{n} charlas corregidas</translation>
    </message>
    <message>
        <source>{n} talks are not in your library</source>
        <translation>{n} charlas no están en tu biblioteca</translation>
    </message>
    <message>
        <source>{n} talks were exported</source>
        <translation>Se exportaron {n} charlas</translation>
    </message>
    <message>
        <source>{n} things need a look</source>
        <translation>{n} cosas por revisar</translation>
    </message>
    <message>
        <source>{n} wait to be heard</source>
        <translation>{n} por escuchar</translation>
    </message>
    <message>
        <source>{n} waiting</source>
        <translation>{n} en espera</translation>
    </message>
    <message>
        <source>{n} were there already</source>
        <translation>{n} ya estaban</translation>
    </message>
    <message>
        <source>{old} is called {new} now</source>
        <translation>{old} se llama ahora {new}</translation>
    </message>
    <message>
        <source>{one} and {other} are one person now</source>
        <translation>{one} y {other} son ahora una sola persona</translation>
    </message>
    <message>
        <source>{part} of {all} {unit}</source>
        <translation>{part} de {all} {unit}</translation>
    </message>
    <message>
        <source>{path}. Whoever can open this file can read it: keep it where only you can.</source>
        <translation>{path}. Quien pueda abrir este archivo puede leerlo: guárdalo donde solo tú puedas.</translation>
    </message>
    <message>
        <source>{places} and {n} more</source>
        <translation>{places} y {n} más</translation>
    </message>
    <message>
        <source>{place} is not Hearthside's, so it stays.</source>
        <translation>{place} no es de Hearthside, así que queda.</translation>
    </message>
    <message>
        <source>{place}, at “{mark}”</source>
        <translation>{place}, en “{mark}”</translation>
    </message>
    <message>
        <source>{recordings}, {size}.</source>
        <translation>{recordings}, {size}.</translation>
    </message>
    <message>
        <source>{said}, at {time}</source>
        <translation>{said}, en {time}</translation>
    </message>
    <message>
        <source>{several} and {last}</source>
        <translation>{several} y {last}</translation>
    </message>
    <message>
        <source>{share} heard</source>
        <translation>{share} escuchado</translation>
    </message>
    <message>
        <source>{share} restored</source>
        <translation>{share} restaurado</translation>
    </message>
    <message>
        <source>{size} free on the disk</source>
        <translation>{size} libres en el disco</translation>
    </message>
    <message>
        <source>{size} left</source>
        <translation>quedan {size}</translation>
    </message>
    <message>
        <source>{size} of {whole} used</source>
        <translation>{size} de {whole} en uso</translation>
    </message>
    <message>
        <source>{size} used</source>
        <translation>{size} en uso</translation>
    </message>
    <message>
        <source>{sound} {share}</source>
        <translation>{sound} {share}</translation>
    </message>
    <message>
        <source>{sound}, soft</source>
        <translation>{sound}, suave</translation>
    </message>
    <message>
        <source>{talks} by {name} now</source>
        <translation>{talks} ahora de {name}</translation>
    </message>
    <message>
        <source>{talks} by {speakers}</source>
        <translation>{talks} de {speakers}</translation>
    </message>
    <message>
        <source>{talk}, note: {note}</source>
        <translation>{talk}, nota: {note}</translation>
    </message>
    <message>
        <source>{time} in all</source>
        <translation>{time} en total</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>quedan {time}</translation>
    </message>
    <message>
        <source>{time} since {when}</source>
        <translation>{time} desde {when}</translation>
    </message>
    <message>
        <source>{time}, then {rest} of silence</source>
        <translation>{time}, luego {rest} de silencio</translation>
    </message>
    <message>
        <source>{time}; the sitting ends with it</source>
        <translation>{time}; la sesión termina con ella</translation>
    </message>
    <message>
        <source>{time}; the sitting lasts as long as it does</source>
        <translation>{time}; la sesión dura lo mismo</translation>
    </message>
    <message>
        <source>{title} (paused)</source>
        <translation>{title} (en pausa)</translation>
    </message>
    <message>
        <source>{title} is refreshed</source>
        <translation>{title} está actualizado</translation>
    </message>
    <message>
        <source>{title} is subscribed already</source>
        <translation>Ya tienes {title} entre tus canales</translation>
    </message>
    <message>
        <source>{title}, at {time}</source>
        <translation>{title}, en {time}</translation>
    </message>
    <message>
        <source>{title}, bookmark at {time}: {note}</source>
        <translation>{title}, marcador en {time}: {note}</translation>
    </message>
    <message>
        <source>{title}, in the notes: {words}</source>
        <translation>{title}, en las notas: {words}</translation>
    </message>
    <message>
        <source>{title}, said at {time}: {words}</source>
        <translation>{title}, dicho en {time}: {words}</translation>
    </message>
    <message>
        <source>{title}, said: {words}</source>
        <translation>{title}, dicho: {words}</translation>
    </message>
    <message>
        <source>{title}, your note: {words}</source>
        <translation>{title}, tu nota: {words}</translation>
    </message>
    <message>
        <source>{title}, {feed}, at {time}, from {begin} to {until}</source>
        <translation>{title}, {feed}, en {time}, de {begin} a {until}</translation>
    </message>
    <message>
        <source>{what}: {value}</source>
        <translation>{what}: {value}</translation>
    </message>
    <message>
        <source>{year}s</source>
        <translation>Años {year}</translation>
    </message>
    <message>
        <source>“{name}” fills itself with what is shown here now</source>
        <translation>“{name}” se llena ahora con lo que se ve aquí</translation>
    </message>
    <message>
        <source>“{name}” is among your favorites now, and fills itself</source>
        <translation>“{name}” está ahora en tus favoritos y se llena sola</translation>
    </message>
    <message>
        <source>“{name}” is removed</source>
        <translation>“{name}” se ha quitado</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>“{word}” is no time. Write minutes, like 5 or 12:30.</source>
        <translation>“{word}” no es un tiempo. Escribe minutos, como 5 o 12:30.</translation>
    </message>
    <message>
        <source>‹ Previous part</source>
        <translation>‹ Parte anterior</translation>
    </message>
    <message>
        <source>← and →</source>
        <translation>← y →</translation>
    </message>
    <message>
        <source>↑ and ↓</source>
        <translation>↑ y ↓</translation>
    </message>
    <message>
        <source>↓ Downloaded</source>
        <translation>↓ Descargada</translation>
    </message>
    <message>
        <source>▬ {share} heard</source>
        <translation>▬ {share} escuchado</translation>
    </message>
</context>
</TS>
