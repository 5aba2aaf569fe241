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

/** WebDAV of an account's files, as far as src/ speaks it, small pictures of files, and a page that shows a folder. */
class FilesController extends Controller {
	private const URL = '/remote.php/dav/files/{user}/{path}';
	private const ANY = ['path' => '.*'];
	/** One grey dot. */
	private const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr6//DwAFiQKB3h0LBAAAAABJRU5ErkJggg==';

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Request $raw,
		private readonly Tree $tree,
		private readonly DavFiles $files,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PROPFIND', url: self::URL, requirements: self::ANY, defaults: ['path' => ''], root: '')]
	public function look(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$found = $this->tree->find($this->userId, $path) ?? throw new ServiceRefusal(404, 'File with name ' . $path . ' could not be located');
			if ($path === '' && $this->request->getHeader('Depth') === '1') {
				$this->tree->lookAnew($this->userId);
			}
			$inside = $found['folder'] && $this->request->getHeader('Depth') === '1'
				? array_map(static fn (string $name): string => "$path/$name", $this->tree->list($this->userId, $path))
				: [];
			$asked = Dav::asked($this->raw->body());
			return Dav::multi(array_map(fn (string $one): string => $this->files->looked($this->userId, $one, $this->tree->find($this->userId, $one), $asked, $one === $path), [$path, ...$inside]));
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MKCOL', url: self::URL, requirements: self::ANY, root: '')]
	public function makeFolder(string $user, string $path): Response {
		return $this->answer($user, $path, fn (string $path): Response => Dav::made($this->tree->make($this->userId, $path)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'PUT', url: self::URL, requirements: self::ANY, root: '')]
	public function put(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$this->hold($path);
			$made = $this->tree->make($this->userId, $path, $this->raw->body());
			$changed = $this->request->getHeader('X-OC-MTime');
			if ($changed !== '') {
				$this->tree->touch($made[0], (int)$changed);
			}
			return Dav::made($made);
		});
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'GET', url: self::URL, requirements: self::ANY, root: '')]
	public function get(string $user, string $path): Response {
		return $this->answer($user, $path, function (string $path): Response {
			$found = $this->tree->find($this->userId, $path) ?? throw new ServiceRefusal(404, 'Could not be located');
			return $found['folder'] ? new Response(405) : Dav::body(200, $this->tree->body($found['id']), MimeTypes::of($path));
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

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'MOVE', url: self::URL, requirements: self::ANY, root: '')]
	public function move(string $user, string $path): Response {
		return $this->answer($user, $path, fn (string $path): Response => $this->goes($path, $this->tree->move(...)));
	}

	#[NoAdminRequired]
	#[FrontpageRoute(verb: 'COPY', url: self::URL, requirements: self::ANY, root: '')]
	public function copy(string $user, string $path): Response {
		return $this->answer($user, $path, fn (string $path): Response => $this->goes($path, $this->tree->copy(...)));
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

	/** Of a picture, a small one. */
	#[NoAdminRequired]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/core/preview', root: '')]
	public function preview(int $fileId): Response {
		$path = $this->tree->pathOf($this->userId, $fileId);
		return $path !== null && Dav::isPicture($path) ? Dav::body(200, (string)base64_decode(self::PICTURE, true), 'image/png') : new Response(404);
	}

	/** @param Closure(string): Response $work */
	private function answer(string $user, string $path, Closure $work): Response {
		return Dav::answer($user === $this->userId, static fn (): Response => $work(rtrim("/$path", '/')));
	}

	/** Nothing is written over what its sender does not know. */
	private function hold(string $path): void {
		$there = $this->tree->find($this->userId, $path);
		$known = $this->request->getHeader('If-Match');
		if (($this->request->getHeader('If-None-Match') === '*' && $there !== null) || ($known !== '' && $known !== '"' . ($there['etag'] ?? '') . '"')) {
			throw new ServiceRefusal(412, 'An If-None-Match or If-Match header was specified, but it is not met');
		}
	}

	/** @param Closure(string, string, string): mixed $work moves or copies */
	private function goes(string $path, Closure $work): Response {
		$to = Dav::pathOf($this->request->getHeader('Destination'), $this->userId) ?? throw new ServiceRefusal(400, 'The destination is not below the files');
		if ($path === $to) {
			throw new ServiceRefusal(403, 'Source and destination uri are identical.');
		}
		if (str_starts_with($to, "$path/")) {
			throw new ServiceRefusal(409, 'The destination may not be part of the same subtree as the source path.');
		}
		$new = $this->tree->find($this->userId, $to) === null;
		if (!$new && $this->request->getHeader('Overwrite') !== 'F') {
			$this->tree->remove($this->userId, $to);
		}
		$work($this->userId, $path, $to);
		return new Response($new ? 201 : 204);
	}
}
