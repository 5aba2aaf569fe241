<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use Closure;
use OCP\AppFramework\Controller;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\NotFoundResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\Http\TemplateResponse;
use OCP\IRequest;
use Sandbox\Service\MimeTypes;
use Sandbox\Service\Request;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Tree;

/** WebDAV of an account's files, as far as src/group/folder.ts speaks it, and a page that shows a folder. */
class FilesController extends Controller {
	private const URL = '/remote.php/dav/files/{user}/{path}';
	private const ANY = ['path' => '.*'];

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Request $raw,
		private readonly Tree $tree,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	/** The properties that are always asked for, whatever the request names. */
	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PROPFIND', url: self::URL, requirements: self::ANY, defaults: ['path' => ''], root: '')]
	public function look(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$found = $this->tree->find($this->userId, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
			$inside = $found['folder'] && $this->request->getHeader('Depth') === '1'
				? array_map(static fn (string $name): string => "$path/$name", $this->tree->list($this->userId, $path))
				: [];
			$responses = implode('', array_map(fn (string $one): string => $this->response($one, $this->tree->find($this->userId, $one)), [$path, ...$inside]));
			return self::body(207, '<?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns">' . $responses . '</d:multistatus>', 'application/xml; charset=utf-8');
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MKCOL', url: self::URL, requirements: self::ANY, root: '')]
	public function makeFolder(string $user, string $path): Response {
		return $this->answer($user, $path, fn (string $path): Response => self::made($this->tree->make($this->userId, $path)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: self::URL, requirements: self::ANY, root: '')]
	public function put(string $user, string $path): Response {
		return $this->answer($user, $path, fn (string $path): Response => self::made($this->tree->make($this->userId, $path, $this->raw->body())));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: self::URL, requirements: self::ANY, root: '')]
	public function get(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$found = $this->tree->find($this->userId, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
			return $found['folder'] ? new Response(405) : self::body(200, $this->tree->body($found['id']), MimeTypes::of($path));
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'DELETE', url: self::URL, requirements: self::ANY, root: '')]
	public function delete(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$this->tree->remove($this->userId, $path);
			return new Response(204);
		});
	}

	/** The page of a file or folder. */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/f/{fileId}', requirements: ['fileId' => '\d+'], root: '')]
	public function page(int $fileId): Response {
		$path = $this->tree->pathOf($this->userId, $fileId);
		if ($path === null) {
			return new NotFoundResponse();
		}
		$folder = $this->tree->find($this->userId, $path)['folder'];
		return new TemplateResponse('core', 'list', ['pageTitle' => $path, 'items' => $folder ? $this->tree->list($this->userId, $path) : []]);
	}

	/** @param Closure(string): Response $work */
	private function answer(string $user, string $path, Closure $work): Response {
		try {
			return $user === $this->userId ? $work(rtrim("/$path", '/')) : throw new ServiceRefusal(404, 'Could not be located');
		} catch (ServiceRefusal $e) {
			$message = htmlspecialchars($e->getMessage());
			return self::body($e->getCode(), "<?xml version=\"1.0\"?><d:error xmlns:d=\"DAV:\" xmlns:s=\"http://sabredav.org/ns\"><s:message>$message</s:message></d:error>", 'application/xml; charset=utf-8');
		}
	}

	private function response(string $path, array $found): string {
		$href = '/remote.php/dav/files' . implode('/', array_map(rawurlencode(...), explode('/', "/{$this->userId}$path"))) . ($found['folder'] ? '/' : '');
		$type = $found['folder'] ? '<d:collection/>' : '';
		$rights = ($found['shared'] ? 'S' : 'R') . 'GDNV' . ($found['folder'] ? 'CK' : 'W');
		return "<d:response><d:href>$href</d:href><d:propstat><d:prop><d:resourcetype>$type</d:resourcetype><oc:fileid>{$found['id']}</oc:fileid>"
			. "<oc:permissions>$rights</oc:permissions></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
	}

	/** @param array{int, bool} $made */
	private static function made(array $made): Response {
		[$id, $new] = $made;
		return new Response($new ? 201 : 204, ['OC-FileId' => sprintf('%08docsandbox', $id)]);
	}

	private static function body(int $status, string $body, string $type): Response {
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
