<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Closure;
use DOMDocument;
use DOMElement;
use OCP\AppFramework\Http\Response;
use Sandbox\Service\MimeTypes;
use Sandbox\Service\ServiceRefusal;

/** What WebDAV says, as XML. */
class Dav {
	private const XML = 'application/xml; charset=utf-8';
	private const SPACES = 'xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns"';
	private const PREFIXES = ['DAV:' => 'd', 'http://owncloud.org/ns' => 'oc', 'http://nextcloud.org/ns' => 'nc'];
	/** Pictures that can be shown small. */
	private const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

	/**
	 * Of the account itself, or refused.
	 *
	 * @param Closure(): Response $work
	 */
	public static function answer(bool $own, Closure $work): Response {
		try {
			return $own ? $work() : throw new ServiceRefusal(404, 'Could not be located');
		} catch (ServiceRefusal $e) {
			$message = htmlspecialchars($e->getMessage());
			$kind = htmlspecialchars($e->kind === '' ? 'Sabre\DAV\Exception' : $e->kind);
			return self::body($e->getCode(), '<?xml version="1.0" encoding="utf-8"?><d:error ' . self::SPACES . "><s:exception>$kind</s:exception><s:message>$message</s:message></d:error>");
		}
	}

	/** @param iterable<string> $responses */
	public static function multi(iterable $responses): Response {
		return self::body(207, '<?xml version="1.0"?><d:multistatus ' . self::SPACES . '>' . implode('', [...$responses]) . '</d:multistatus>');
	}

	/**
	 * @param array<string, string> $properties by name, as XML
	 * @param ?list<string> $asked names; null: all
	 */
	public static function response(string $path, array $properties, ?array $asked = null): string {
		$href = self::encoded($path);
		$present = $missing = '';
		foreach ($asked ?? array_keys($properties) as $name) {
			if (isset($properties[$name])) {
				$present .= "<$name>{$properties[$name]}</$name>";
			} else {
				$missing .= "<$name/>";
			}
		}
		return "<d:response><d:href>/remote.php/dav$href</d:href>" . self::part($present, '200 OK') . self::part($missing, '404 Not Found') . '</d:response>';
	}

	/** As sabre writes the path of an address: `@ : ( )` as they are, `'` escaped, in small letters. */
	private static function encoded(string $path): string {
		return (string)preg_replace_callback('~[^A-Za-z0-9_.\~()/:@-]~', static fn (array $found): string => sprintf('%%%02x', ord($found[0])), $path);
	}

	/** @return ?list<string> names of the properties a request asks for; null: it names none */
	public static function asked(string $body): ?array {
		$asked = new DOMDocument();
		if ($body === '' || !@$asked->loadXML($body)) {
			return null;
		}
		$names = [];
		foreach ($asked->getElementsByTagNameNS('DAV:', 'prop')->item(0)?->childNodes ?? [] as $one) {
			if ($one instanceof DOMElement) {
				$names[] = (self::PREFIXES[$one->namespaceURI] ?? 'nc') . ":$one->localName";
			}
		}
		return $names === [] ? null : $names;
	}

	private static function part(string $properties, string $status): string {
		return $properties === '' ? '' : "<d:propstat><d:prop>$properties</d:prop><d:status>HTTP/1.1 $status</d:status></d:propstat>";
	}

	public static function isPicture(string $name): bool {
		return in_array(MimeTypes::of($name), self::PICTURES, true);
	}

	/** @return ?string path below an account's files a header or an address names; null: none of these */
	public static function pathOf(string $url, string $uid): ?string {
		$path = rawurldecode((string)parse_url($url, PHP_URL_PATH));
		$base = "/remote.php/dav/files/$uid";
		return str_starts_with("$path/", "$base/") ? rtrim(substr($path, strlen($base)), '/') : null;
	}

	/** @param array{int, bool} $made */
	public static function made(array $made): Response {
		[$id, $new] = $made;
		return new Response($new ? 201 : 204, ['OC-FileId' => sprintf('%08docsandbox', $id)]);
	}

	public static function body(int $status, string $body, string $type = self::XML): Response {
		return new class($status, $body, $type) extends Response {
			public function __construct(
				int $status,
				private readonly string $body,
				string $type,
			) {
				parent::__construct($status, ['Content-Type' => $type]);
			}

			public function render() {
				return $this->body;
			}
		};
	}
}
