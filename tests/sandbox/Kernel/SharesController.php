<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\NoAdminRequired;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\Http\Response;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use Sandbox\Service\ServiceRefusal;
use Sandbox\Service\Teams;
use Sandbox\Service\Tree;

/** Sharing, with accounts and with teams. */
class SharesController extends OCSController {
	public const ACCOUNT = 0;
	public const TEAM = 7;
	/** Change, make, delete: one or none of them here. */
	private const WRITE = 2 + 4 + 8;

	private readonly string $userId;

	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Tree $tree,
		private readonly Teams $teams,
		?string $userId,
	) {
		parent::__construct($appName, $request);
		$this->userId = (string)$userId;
	}

	#[NoAdminRequired]
	#[ApiRoute(verb: 'POST', url: '/api/v1/shares', root: '/apps/files_sharing')]
	public function create(string $path, int $shareType, string $shareWith, int $permissions): Response {
		try {
			$write = ($permissions & self::WRITE) !== 0;
			if ($shareType === self::ACCOUNT) {
				$this->tree->shareWith($this->userId, rtrim($path, '/'), $shareWith, $write);
				return new DataResponse(['id' => '0', 'share_type' => $shareType, 'share_with' => $shareWith, 'path' => $path, 'permissions' => $permissions]);
			}
			if ($shareType !== self::TEAM) {
				throw new ServiceRefusal(400, 'Unknown share type');
			}
			$share = $this->tree->share($this->userId, rtrim($path, '/'), $shareWith, $write);
			if ($this->teams->find($shareWith) === null) {
				// Files asks Teams for it, and falls over what Teams says.
				throw new ServiceRefusal(self::RESPOND_SERVER_ERROR, "Internal Server Error\n");
			}
			return new DataResponse(['id' => (string)$share['id'], 'share_type' => $shareType, 'share_with' => $shareWith, 'path' => $path, 'permissions' => $permissions]);
		} catch (ServiceRefusal $e) {
			return new OcsResponse(new DataResponse([], $e->getCode()), $this->request->getFormat() ?? 'xml', $e->getMessage());
		}
	}
}
