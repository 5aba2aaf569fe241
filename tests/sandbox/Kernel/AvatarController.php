<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace Sandbox\Kernel;

use OCP\AppFramework\Controller;
use OCP\AppFramework\Http;
use OCP\AppFramework\Http\Attribute\FrontpageRoute;
use OCP\AppFramework\Http\Attribute\NoCSRFRequired;
use OCP\AppFramework\Http\Attribute\PublicPage;
use OCP\AppFramework\Http\Response;
use OCP\IRequest;
use OCP\IUserManager;

/** A picture of an account: the first letter of its name. */
class AvatarController extends Controller {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly IUserManager $users,
	) {
		parent::__construct($appName, $request);
	}

	#[PublicPage]
	#[NoCSRFRequired]
	#[FrontpageRoute(verb: 'GET', url: '/avatar/{userId}/{size}')]
	public function getAvatar(string $userId, int $size): Response {
		$name = $this->users->getDisplayName($userId);
		if ($name === null) {
			return new Response(Http::STATUS_NOT_FOUND);
		}
		$letter = htmlspecialchars(mb_strtoupper(mb_substr($name, 0, 1)));
		$svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#74787c"/>'
			. "<text x=\"32\" y=\"43\" fill=\"#fff\" font-family=\"sans-serif\" font-size=\"32\" text-anchor=\"middle\">$letter</text></svg>";
		return new class($svg) extends Response {
			public function __construct(
				private readonly string $svg,
			) {
				parent::__construct(Http::STATUS_OK, ['Content-Type' => 'image/svg+xml']);
			}

			public function render() {
				return $this->svg;
			}
		};
	}
}
